-- AlterEnum
ALTER TYPE "LayerKind" ADD VALUE 'added';

-- AlterTable
ALTER TABLE "ServiceLayer" ADD COLUMN     "staffId" UUID;

-- AddForeignKey
ALTER TABLE "ServiceLayer" ADD CONSTRAINT "ServiceLayer_staffId_fkey" FOREIGN KEY ("staffId") REFERENCES "Staff"("id") ON DELETE SET NULL ON UPDATE CASCADE;
