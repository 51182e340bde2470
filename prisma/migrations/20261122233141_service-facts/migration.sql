-- CreateEnum
CREATE TYPE "AccessFeature" AS ENUM ('step_free_entrance', 'ramp', 'lift', 'accessible_toilet', 'accessible_parking', 'sign_language_interpreter', 'hearing_loop', 'text_contact', 'easy_read_information', 'large_print_or_braille', 'quiet_space', 'home_visit');

-- CreateEnum
CREATE TYPE "NoticeKind" AS ENUM ('emergency', 'closure', 'change');

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "AccessMode" ADD VALUE 'direct';
ALTER TYPE "AccessMode" ADD VALUE 'order';

-- AlterTable
ALTER TABLE "Service" ADD COLUMN     "capacity" INTEGER,
ADD COLUMN     "capacityOn" DATE,
ADD COLUMN     "costLek" INTEGER,
ADD COLUMN     "costOn" DATE,
ADD COLUMN     "documentsEn" TEXT[],
ADD COLUMN     "documentsSq" TEXT[],
ADD COLUMN     "hours" JSONB,
ADD COLUMN     "languages" TEXT[];

-- CreateTable
CREATE TABLE "ServiceAccess" (
    "serviceId" TEXT NOT NULL,
    "feature" "AccessFeature" NOT NULL,
    "answer" BOOLEAN NOT NULL,

    CONSTRAINT "ServiceAccess_pkey" PRIMARY KEY ("serviceId","feature")
);

-- CreateTable
CREATE TABLE "Notice" (
    "id" TEXT NOT NULL,
    "serviceId" TEXT,
    "municipalityCode" TEXT,
    "kind" "NoticeKind" NOT NULL,
    "textSq" TEXT NOT NULL,
    "textEn" TEXT NOT NULL,
    "fromOn" DATE NOT NULL,
    "untilOn" DATE,

    CONSTRAINT "Notice_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Notice_serviceId_idx" ON "Notice"("serviceId");

-- CreateIndex
CREATE INDEX "Notice_municipalityCode_idx" ON "Notice"("municipalityCode");

-- AddForeignKey
ALTER TABLE "ServiceAccess" ADD CONSTRAINT "ServiceAccess_serviceId_fkey" FOREIGN KEY ("serviceId") REFERENCES "Service"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_serviceId_fkey" FOREIGN KEY ("serviceId") REFERENCES "Service"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_municipalityCode_fkey" FOREIGN KEY ("municipalityCode") REFERENCES "Municipality"("code") ON DELETE CASCADE ON UPDATE CASCADE;

-- Written by hand: rules that the schema language cannot say.

-- An amount and a number of places without their date would be read as of today.
ALTER TABLE "Service" ADD CONSTRAINT "Service_cost_with_date" CHECK (("costLek" IS NULL) = ("costOn" IS NULL));
ALTER TABLE "Service" ADD CONSTRAINT "Service_capacity_with_date" CHECK ((capacity IS NULL) = ("capacityOn" IS NULL));
ALTER TABLE "Service" ADD CONSTRAINT "Service_cost_not_negative" CHECK ("costLek" >= 0);
ALTER TABLE "Service" ADD CONSTRAINT "Service_capacity_not_negative" CHECK (capacity >= 0);

-- What is free costs nothing.
ALTER TABLE "Service" ADD CONSTRAINT "Service_free_or_cost" CHECK (NOT ("isFree" AND "costLek" > 0));

-- Each document has its words in both languages.
ALTER TABLE "Service" ADD CONSTRAINT "Service_documents_in_both_languages" CHECK (
    coalesce(cardinality("documentsSq"), 0) = coalesce(cardinality("documentsEn"), 0)
);

-- Only languages that pages have a name for; the list is serviceLanguages in facts.ts.
ALTER TABLE "Service" ADD CONSTRAINT "Service_languages_known" CHECK (
    languages <@ ARRAY['sq', 'en', 'rom', 'el', 'mk', 'sr', 'rup', 'sqk']
);

-- How many people a shelter holds is nobody's business.
ALTER TABLE "Service" ADD CONSTRAINT "Service_protected_has_no_capacity" CHECK (
    visibility <> 'protected' OR capacity IS NULL
);

-- A notice is about one service or one municipality, and does not end before it begins.
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_one_subject" CHECK (
    ("serviceId" IS NULL) <> ("municipalityCode" IS NULL)
);
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_ends_after_it_begins" CHECK ("untilOn" >= "fromOn");
