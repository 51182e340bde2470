-- DropIndex
DROP INDEX "Submission_municipalityCode_dueOn_idx";

-- CreateIndex
CREATE INDEX "Submission_municipalityCode_dueOn_receivedAt_id_idx" ON "Submission"("municipalityCode", "dueOn", "receivedAt", "id");

-- CreateIndex
CREATE INDEX "Submission_municipalityCode_status_dueOn_idx" ON "Submission"("municipalityCode", "status", "dueOn");
