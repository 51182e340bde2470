-- CreateEnum
CREATE TYPE "FileKind" AS ENUM ('photo', 'recording');

-- CreateEnum
CREATE TYPE "SubmissionKind" AS ENUM ('feedback', 'need');

-- CreateEnum
CREATE TYPE "FeedbackCategory" AS ENUM ('problem', 'barrier', 'wrong_information', 'thanks', 'idea', 'question', 'harm');

-- CreateEnum
CREATE TYPE "SubmissionStatus" AS ENUM ('received', 'assigned', 'needs_information', 'answered', 'disputed', 'closed', 'withdrawn');

-- CreateEnum
CREATE TYPE "EventKind" AS ENUM ('sent', 'agreed', 'assigned', 'asked', 'told', 'answered', 'passed_on', 'disputed', 'solved', 'closed', 'withdrawn', 'code_renewed', 'contact_erased', 'read');

-- CreateEnum
CREATE TYPE "StaffRole" AS ENUM ('officer', 'protection_officer', 'head_of_service', 'budget_officer', 'municipal_administrator', 'national');

-- CreateTable
CREATE TABLE "Draft" (
    "id" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Draft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DraftFile" (
    "id" UUID NOT NULL,
    "draftId" TEXT NOT NULL,
    "kind" "FileKind" NOT NULL,
    "sealed" BYTEA NOT NULL,
    "madeAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "DraftFile_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Submission" (
    "id" UUID NOT NULL,
    "codeHash" BYTEA NOT NULL,
    "kind" "SubmissionKind" NOT NULL,
    "category" "FeedbackCategory",
    "isProtection" BOOLEAN NOT NULL DEFAULT false,
    "municipalityCode" TEXT NOT NULL,
    "unitNumber" INTEGER,
    "subject" TEXT,
    "help" TEXT,
    "forWhom" TEXT,
    "howMany" TEXT,
    "since" TEXT,
    "without" TEXT,
    "register" TEXT NOT NULL,
    "isAssisted" BOOLEAN NOT NULL DEFAULT false,
    "isUnder16" BOOLEAN NOT NULL DEFAULT false,
    "mayShow" BOOLEAN NOT NULL DEFAULT false,
    "sealed" BYTEA,
    "status" "SubmissionStatus" NOT NULL DEFAULT 'received',
    "receivedAt" TIMESTAMP(3) NOT NULL,
    "dueOn" DATE,
    "closedAt" TIMESTAMP(3),

    CONSTRAINT "Submission_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SubmissionFile" (
    "id" UUID NOT NULL,
    "submissionId" UUID NOT NULL,
    "kind" "FileKind" NOT NULL,
    "position" INTEGER NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "SubmissionFile_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SubmissionEvent" (
    "id" SERIAL NOT NULL,
    "submissionId" UUID NOT NULL,
    "kind" "EventKind" NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "staffId" UUID,
    "detail" TEXT,
    "sealed" BYTEA,

    CONSTRAINT "SubmissionEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Staff" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "role" "StaffRole" NOT NULL,
    "municipalityCode" TEXT,
    "activeAt" TIMESTAMP(3),

    CONSTRAINT "Staff_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "HolidayChange" (
    "date" DATE NOT NULL,
    "isOff" BOOLEAN NOT NULL,
    "note" TEXT NOT NULL,

    CONSTRAINT "HolidayChange_pkey" PRIMARY KEY ("date")
);

-- CreateTable
CREATE TABLE "Job" (
    "id" SERIAL NOT NULL,
    "kind" TEXT NOT NULL,
    "detail" JSONB NOT NULL,
    "runAt" TIMESTAMP(3) NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "doneAt" TIMESTAMP(3),
    "lastError" TEXT,

    CONSTRAINT "Job_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Fact" (
    "name" TEXT NOT NULL,
    "value" TEXT NOT NULL,

    CONSTRAINT "Fact_pkey" PRIMARY KEY ("name")
);

-- CreateIndex
CREATE INDEX "Draft_expiresAt_idx" ON "Draft"("expiresAt");

-- CreateIndex
CREATE INDEX "DraftFile_draftId_idx" ON "DraftFile"("draftId");

-- CreateIndex
CREATE UNIQUE INDEX "Submission_codeHash_key" ON "Submission"("codeHash");

-- CreateIndex
CREATE INDEX "Submission_municipalityCode_dueOn_idx" ON "Submission"("municipalityCode", "dueOn");

-- CreateIndex
CREATE INDEX "Submission_closedAt_idx" ON "Submission"("closedAt");

-- CreateIndex
CREATE UNIQUE INDEX "SubmissionFile_submissionId_position_key" ON "SubmissionFile"("submissionId", "position");

-- CreateIndex
CREATE INDEX "SubmissionEvent_submissionId_idx" ON "SubmissionEvent"("submissionId");

-- CreateIndex
CREATE INDEX "Staff_municipalityCode_role_idx" ON "Staff"("municipalityCode", "role");

-- CreateIndex
CREATE INDEX "Job_doneAt_runAt_idx" ON "Job"("doneAt", "runAt");

-- AddForeignKey
ALTER TABLE "DraftFile" ADD CONSTRAINT "DraftFile_draftId_fkey" FOREIGN KEY ("draftId") REFERENCES "Draft"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SubmissionFile" ADD CONSTRAINT "SubmissionFile_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "Submission"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SubmissionEvent" ADD CONSTRAINT "SubmissionEvent_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "Submission"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SubmissionEvent" ADD CONSTRAINT "SubmissionEvent_staffId_fkey" FOREIGN KEY ("staffId") REFERENCES "Staff"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What stands in a message is on no page that is kept, so a message that is written or sent empties nothing.
CREATE OR REPLACE FUNCTION prane_watch_tables() RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    name text;
BEGIN
    FOR name IN
        SELECT tablename FROM pg_tables
        WHERE schemaname = current_schema() AND tablename NOT LIKE '\_prisma%' AND tablename <> ALL (prane_private_tables())
    LOOP
        EXECUTE format(
            'CREATE OR REPLACE TRIGGER prane_tell_of_change AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON %I '
            'FOR EACH STATEMENT EXECUTE FUNCTION prane_tell_of_change()', name);
    END LOOP;
END
$$;

-- No page that is kept is made from these.
CREATE FUNCTION prane_private_tables() RETURNS text[] LANGUAGE sql IMMUTABLE AS $$
    SELECT ARRAY['Draft', 'DraftFile', 'Submission', 'SubmissionFile', 'SubmissionEvent', 'Staff', 'Job', 'Fact']
$$;

SELECT prane_watch_tables();

-- What the schema language cannot say.
ALTER TABLE "Submission" ADD CONSTRAINT "Submission_category" CHECK (("kind" = 'feedback') = ("category" IS NOT NULL));
ALTER TABLE "Submission" ADD CONSTRAINT "Submission_protection" CHECK (("category" IS NOT DISTINCT FROM 'harm') = "isProtection");
ALTER TABLE "Submission" ADD CONSTRAINT "Submission_withdrawn" CHECK ("status" <> 'withdrawn' OR "sealed" IS NULL);
