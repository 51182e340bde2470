-- CreateEnum
CREATE TYPE "MappingFileState" AS ENUM ('trying', 'tried', 'loading', 'loaded', 'undoing', 'undone', 'unreadable', 'failed');

-- CreateTable
CREATE TABLE "MappingFile" (
    "id" UUID NOT NULL,
    "staffId" UUID NOT NULL,
    "municipalityCode" TEXT,
    "name" TEXT NOT NULL,
    "sealed" BYTEA,
    "state" "MappingFileState" NOT NULL DEFAULT 'trying',
    "outcome" TEXT,
    "report" BYTEA,
    "skipBadRows" BOOLEAN NOT NULL DEFAULT false,
    "rows" INTEGER,
    "rowsRead" INTEGER NOT NULL DEFAULT 0,
    "movedAt" TIMESTAMP(3) NOT NULL,
    "sentAt" TIMESTAMP(3) NOT NULL,
    "runId" INTEGER,

    CONSTRAINT "MappingFile_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "MappingFile_runId_key" ON "MappingFile"("runId");

-- CreateIndex
CREATE INDEX "MappingFile_municipalityCode_sentAt_idx" ON "MappingFile"("municipalityCode", "sentAt");

-- AddForeignKey
ALTER TABLE "MappingFile" ADD CONSTRAINT "MappingFile_staffId_fkey" FOREIGN KEY ("staffId") REFERENCES "Staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MappingFile" ADD CONSTRAINT "MappingFile_runId_fkey" FOREIGN KEY ("runId") REFERENCES "ImportRun"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- No page that is kept is made from a file that waits: what it changes, its load tells.
DO $$
BEGIN
    EXECUTE format('CREATE OR REPLACE FUNCTION prane_private_tables() RETURNS text[] LANGUAGE sql IMMUTABLE AS %L',
        format('SELECT %L::text[]', prane_private_tables() || ARRAY['MappingFile']));
END
$$;
