-- AlterTable
ALTER TABLE "Submission" ADD COLUMN     "firstAnswerAt" TIMESTAMP(3),
ADD COLUMN     "firstAnswerDays" INTEGER,
ADD COLUMN     "firstInTime" BOOLEAN,
ADD COLUMN     "wasDisputed" BOOLEAN NOT NULL DEFAULT false;
