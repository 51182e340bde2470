-- AlterTable
ALTER TABLE "BudgetCycle" ADD COLUMN     "figures" JSONB,
ADD COLUMN     "unitWeights" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "weightsWhyEn" TEXT,
ADD COLUMN     "weightsWhySq" TEXT;

-- AlterTable
ALTER TABLE "Proposal" ADD COLUMN     "forWhom" TEXT,
ADD COLUMN     "unitNumber" INTEGER;

-- CreateTable
CREATE TABLE "Hearing" (
    "id" UUID NOT NULL,
    "cycleId" UUID NOT NULL,
    "on" DATE NOT NULL,
    "time" TEXT NOT NULL,
    "placeSq" TEXT NOT NULL,
    "placeEn" TEXT NOT NULL,
    "accessSq" TEXT NOT NULL,
    "accessEn" TEXT NOT NULL,
    "notesSq" TEXT,
    "notesEn" TEXT,

    CONSTRAINT "Hearing_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Hearing_cycleId_idx" ON "Hearing"("cycleId");

-- AddForeignKey
ALTER TABLE "Hearing" ADD CONSTRAINT "Hearing_cycleId_fkey" FOREIGN KEY ("cycleId") REFERENCES "BudgetCycle"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Where a proposal would be and for whom is frozen with it.
CREATE OR REPLACE FUNCTION prane_keep_proposal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM "BudgetCycle" WHERE "ruleHash" IS NOT NULL
        AND "id" IN (CASE WHEN TG_OP = 'INSERT' THEN NEW."cycleId" ELSE OLD."cycleId" END)) AND (TG_OP <> 'UPDATE'
        OR (NEW."cycleId", NEW."number", NEW."titleSq", NEW."titleEn", NEW."aboutSq", NEW."aboutEn", NEW."cost",
        NEW."feasibility", NEW."incompatible", NEW."unitNumber", NEW."forWhom") IS DISTINCT FROM (OLD."cycleId",
        OLD."number", OLD."titleSq", OLD."titleEn", OLD."aboutSq", OLD."aboutEn", OLD."cost", OLD."feasibility",
        OLD."incompatible", OLD."unitNumber", OLD."forWhom")) THEN
        RAISE EXCEPTION 'A frozen proposal is not changed.';
    END IF;
    RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END
$$;

-- Figures are published once: whoever compares two of them learns what each hides.
CREATE FUNCTION prane_keep_figures() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD."figures" IS NOT NULL AND NEW."figures" IS DISTINCT FROM OLD."figures" THEN
        RAISE EXCEPTION 'Published figures are not changed.';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER prane_keep_figures BEFORE UPDATE ON "BudgetCycle" FOR EACH ROW EXECUTE FUNCTION prane_keep_figures();

SELECT prane_watch_tables();
