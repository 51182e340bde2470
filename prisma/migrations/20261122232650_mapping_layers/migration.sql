-- CreateEnum
CREATE TYPE "RunKind" AS ENUM ('seed', 'mapping');

-- CreateEnum
CREATE TYPE "LayerKind" AS ENUM ('base', 'mapping', 'local');

-- AlterEnum
ALTER TYPE "ProviderKind" ADD VALUE 'private';
ALTER TYPE "ProviderKind" ADD VALUE 'religious';

-- AlterTable
ALTER TABLE "ImportRun" ADD COLUMN     "completeFor" TEXT[],
ADD COLUMN     "counts" JSONB,
ADD COLUMN     "kind" "RunKind" NOT NULL DEFAULT 'seed',
ADD COLUMN     "undoneAt" TIMESTAMP(3);

-- AlterTable
ALTER TABLE "Service" ADD COLUMN     "closedOn" DATE,
ADD COLUMN     "mappingId" TEXT,
ADD COLUMN     "matchKey" TEXT;

-- CreateTable
CREATE TABLE "ServiceLayer" (
    "id" SERIAL NOT NULL,
    "serviceId" TEXT NOT NULL,
    "kind" "LayerKind" NOT NULL,
    "runId" INTEGER,
    "row" INTEGER,
    "values" JSONB NOT NULL,
    "madeAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ServiceLayer_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ServiceLayer_runId_idx" ON "ServiceLayer"("runId");

-- CreateIndex
CREATE UNIQUE INDEX "ServiceLayer_serviceId_runId_key" ON "ServiceLayer"("serviceId", "runId");

-- CreateIndex
CREATE UNIQUE INDEX "Service_mappingId_key" ON "Service"("mappingId");

-- CreateIndex
CREATE INDEX "Service_matchKey_idx" ON "Service"("matchKey");

-- CreateIndex
CREATE INDEX "Service_mergedIntoId_idx" ON "Service"("mergedIntoId");

-- AddForeignKey
ALTER TABLE "ServiceLayer" ADD CONSTRAINT "ServiceLayer_runId_fkey" FOREIGN KEY ("runId") REFERENCES "ImportRun"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Services are made from layers from now on; forgetting the last load makes the next start write the base layers.
DELETE FROM "ImportRun";
