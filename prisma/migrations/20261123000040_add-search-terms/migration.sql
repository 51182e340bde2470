-- AlterTable
ALTER TABLE "Service" ADD COLUMN     "nameTerms" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "searchRules" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "searchTerms" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- CreateTable
CREATE TABLE "SearchTerm" (
    "stem" TEXT NOT NULL,
    "word" TEXT NOT NULL,
    "folded" TEXT NOT NULL,
    "length" INTEGER NOT NULL,

    CONSTRAINT "SearchTerm_pkey" PRIMARY KEY ("stem")
);

-- CreateIndex
CREATE INDEX "SearchTerm_length_idx" ON "SearchTerm"("length");

-- CreateIndex
CREATE INDEX "Service_searchRules_idx" ON "Service"("searchRules");

-- CreateIndex
CREATE INDEX "Service_searchTerms_idx" ON "Service" USING GIN ("searchTerms");

SELECT prane_watch_tables();
