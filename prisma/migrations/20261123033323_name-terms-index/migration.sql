-- CreateIndex
CREATE INDEX "Service_nameTerms_idx" ON "Service" USING GIN ("nameTerms");
