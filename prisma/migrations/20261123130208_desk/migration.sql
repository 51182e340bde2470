-- CreateEnum
CREATE TYPE "SubmissionOrigin" AS ENUM ('person', 'forum', 'dialogue_group', 'hearing');

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "EventKind" ADD VALUE 'noted';
ALTER TYPE "EventKind" ADD VALUE 'merged';
ALTER TYPE "EventKind" ADD VALUE 'parted';
ALTER TYPE "EventKind" ADD VALUE 'released';
ALTER TYPE "EventKind" ADD VALUE 'unreleased';

-- AlterTable
ALTER TABLE "Staff" ADD COLUMN     "email" TEXT,
ADD COLUMN     "endedAt" TIMESTAMP(3),
ADD COLUMN     "language" TEXT NOT NULL DEFAULT 'sq',
ADD COLUMN     "madeAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "oneTimeSecret" BYTEA,
ADD COLUMN     "oneTimeUsed" INTEGER,
ADD COLUMN     "passwordHash" TEXT;

-- AlterTable
ALTER TABLE "Submission" ADD COLUMN     "assignedToId" UUID,
ADD COLUMN     "mergedIntoId" UUID,
ADD COLUMN     "origin" "SubmissionOrigin" NOT NULL DEFAULT 'person',
ADD COLUMN     "releasedAt" TIMESTAMP(3);

-- CreateTable
CREATE TABLE "StaffSession" (
    "id" UUID NOT NULL,
    "staffId" UUID NOT NULL,
    "tokenHash" BYTEA NOT NULL,
    "device" TEXT NOT NULL,
    "startedAt" TIMESTAMP(3) NOT NULL,
    "seenAt" TIMESTAMP(3) NOT NULL,
    "endedAt" TIMESTAMP(3),

    CONSTRAINT "StaffSession_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Invitation" (
    "id" UUID NOT NULL,
    "tokenHash" BYTEA NOT NULL,
    "email" TEXT,
    "role" "StaffRole" NOT NULL,
    "municipalityCode" TEXT,
    "byId" UUID,
    "madeAt" TIMESTAMP(3) NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,
    "usedAt" TIMESTAMP(3),

    CONSTRAINT "Invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "HeldForm" (
    "id" UUID NOT NULL,
    "staffId" UUID NOT NULL,
    "path" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "HeldForm_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuditEntry" (
    "id" SERIAL NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "staffId" UUID,
    "action" TEXT NOT NULL,
    "subject" TEXT,
    "detail" TEXT,

    CONSTRAINT "AuditEntry_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "StaffSession_tokenHash_key" ON "StaffSession"("tokenHash");

-- CreateIndex
CREATE INDEX "StaffSession_staffId_idx" ON "StaffSession"("staffId");

-- CreateIndex
CREATE UNIQUE INDEX "Invitation_tokenHash_key" ON "Invitation"("tokenHash");

-- CreateIndex
CREATE UNIQUE INDEX "HeldForm_staffId_path_key" ON "HeldForm"("staffId", "path");

-- CreateIndex
CREATE INDEX "AuditEntry_subject_idx" ON "AuditEntry"("subject");

-- CreateIndex
CREATE INDEX "AuditEntry_staffId_at_idx" ON "AuditEntry"("staffId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "Staff_email_key" ON "Staff"("email");

-- CreateIndex
CREATE INDEX "Submission_municipalityCode_receivedAt_idx" ON "Submission"("municipalityCode", "receivedAt");

-- CreateIndex
CREATE INDEX "Submission_mergedIntoId_idx" ON "Submission"("mergedIntoId");

-- CreateIndex
CREATE INDEX "Submission_assignedToId_idx" ON "Submission"("assignedToId");

-- AddForeignKey
ALTER TABLE "Submission" ADD CONSTRAINT "Submission_assignedToId_fkey" FOREIGN KEY ("assignedToId") REFERENCES "Staff"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Submission" ADD CONSTRAINT "Submission_mergedIntoId_fkey" FOREIGN KEY ("mergedIntoId") REFERENCES "Submission"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StaffSession" ADD CONSTRAINT "StaffSession_staffId_fkey" FOREIGN KEY ("staffId") REFERENCES "Staff"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Staff"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HeldForm" ADD CONSTRAINT "HeldForm_staffId_fkey" FOREIGN KEY ("staffId") REFERENCES "Staff"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What was written down about a reading or a change stays as it is: for everybody, also for whoever has the address of
-- the database and means well.
CREATE FUNCTION prane_keep_audit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'Entries of the audit are neither changed nor removed.';
END
$$;
CREATE TRIGGER prane_keep_audit BEFORE UPDATE OR DELETE OR TRUNCATE ON "AuditEntry"
    FOR EACH STATEMENT EXECUTE FUNCTION prane_keep_audit();

SELECT prane_watch_tables();
