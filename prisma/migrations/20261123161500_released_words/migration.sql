-- CreateIndex
CREATE INDEX "Submission_releasedAt_idx" ON "Submission"("releasedAt");

-- Messages tell nobody of changes, but words that are shown to everybody do: when they are released, taken back or erased.
CREATE TRIGGER prane_tell_of_words AFTER UPDATE ON "Submission"
    FOR EACH ROW WHEN (OLD."releasedAt" IS NOT NULL OR NEW."releasedAt" IS NOT NULL)
    EXECUTE FUNCTION prane_tell_of_change();
