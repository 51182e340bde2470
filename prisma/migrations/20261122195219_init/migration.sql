-- CreateEnum
CREATE TYPE "NameKind" AS ENUM ('seat', 'former', 'spelling');

-- CreateEnum
CREATE TYPE "Visibility" AS ENUM ('public', 'no_place', 'protected');

-- CreateEnum
CREATE TYPE "Certainty" AS ENUM ('high', 'medium', 'low');

-- CreateEnum
CREATE TYPE "Precision" AS ENUM ('day', 'month', 'year', 'undated');

-- CreateEnum
CREATE TYPE "ProviderKind" AS ENUM ('public', 'ngo', 'project');

-- CreateEnum
CREATE TYPE "AccessMode" AS ENUM ('municipality', 'state_social_service', 'phone');

-- CreateEnum
CREATE TYPE "AddressPrecision" AS ENUM ('address', 'area', 'village', 'town');

-- CreateTable
CREATE TABLE "County" (
    "code" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "nameSq" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,

    CONSTRAINT "County_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "Municipality" (
    "code" TEXT NOT NULL,
    "geonamesId" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "countyCode" TEXT NOT NULL,
    "nameSq" TEXT NOT NULL,
    "nameSqDefinite" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "nameMinority" TEXT,
    "minorityLanguage" TEXT,
    "seat" TEXT NOT NULL,
    "seatLat" DOUBLE PRECISION NOT NULL,
    "seatLon" DOUBLE PRECISION NOT NULL,
    "population" INTEGER NOT NULL,
    "populationYear" INTEGER NOT NULL,

    CONSTRAINT "Municipality_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "MunicipalityName" (
    "municipalityCode" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "NameKind" NOT NULL,

    CONSTRAINT "MunicipalityName_pkey" PRIMARY KEY ("municipalityCode","name")
);

-- CreateTable
CREATE TABLE "AdministrativeUnit" (
    "municipalityCode" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "lat" DOUBLE PRECISION,
    "lon" DOUBLE PRECISION,

    CONSTRAINT "AdministrativeUnit_pkey" PRIMARY KEY ("municipalityCode","number")
);

-- CreateTable
CREATE TABLE "Office" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "nameSq" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "countyCode" TEXT,
    "municipalityCode" TEXT,
    "addressSq" TEXT,
    "addressEn" TEXT,
    "phone" TEXT,
    "email" TEXT,
    "website" TEXT,
    "hoursSq" TEXT,
    "hoursEn" TEXT,
    "socialPage" TEXT,
    "certainty" "Certainty" NOT NULL,
    "seenOn" DATE,
    "seenPrecision" "Precision" NOT NULL,
    "sourceTitle" TEXT NOT NULL,
    "sourceUrl" TEXT,

    CONSTRAINT "Office_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Organization" (
    "id" TEXT NOT NULL,
    "nameSq" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "whatSq" TEXT NOT NULL,
    "whatEn" TEXT NOT NULL,
    "website" TEXT,
    "phone" TEXT,
    "email" TEXT,
    "addressSq" TEXT,
    "addressEn" TEXT,
    "visibility" "Visibility" NOT NULL,
    "certainty" "Certainty" NOT NULL,
    "seenOn" DATE,
    "seenPrecision" "Precision" NOT NULL,
    "sourceTitle" TEXT NOT NULL,
    "sourceUrl" TEXT,

    CONSTRAINT "Organization_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OrganizationPlace" (
    "organizationId" TEXT NOT NULL,
    "municipalityCode" TEXT NOT NULL,

    CONSTRAINT "OrganizationPlace_pkey" PRIMARY KEY ("organizationId","municipalityCode")
);

-- CreateTable
CREATE TABLE "HelpLine" (
    "number" TEXT NOT NULL,
    "display" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "nameSq" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "hoursSq" TEXT,
    "hoursEn" TEXT,
    "certainty" "Certainty" NOT NULL,
    "seenOn" DATE,
    "seenPrecision" "Precision" NOT NULL,
    "sourceTitle" TEXT NOT NULL,
    "sourceUrl" TEXT,

    CONSTRAINT "HelpLine_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "ServiceType" (
    "code" TEXT NOT NULL,
    "legalCode" TEXT,
    "position" INTEGER NOT NULL,

    CONSTRAINT "ServiceType_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "TargetGroup" (
    "code" TEXT NOT NULL,
    "legalCode" TEXT,
    "isPublic" BOOLEAN NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "TargetGroup_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "Service" (
    "id" TEXT NOT NULL,
    "slug" TEXT,
    "nameSq" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "municipalityCode" TEXT,
    "typeCode" TEXT NOT NULL,
    "visibility" "Visibility" NOT NULL,
    "providerSq" TEXT NOT NULL,
    "providerEn" TEXT NOT NULL,
    "providerKind" "ProviderKind" NOT NULL,
    "accessMode" "AccessMode" NOT NULL,
    "addressSq" TEXT,
    "addressEn" TEXT,
    "addressPrecision" "AddressPrecision",
    "lat" DOUBLE PRECISION,
    "lon" DOUBLE PRECISION,
    "phone" TEXT,
    "ageFrom" INTEGER,
    "ageTo" INTEGER,
    "isFree" BOOLEAN,
    "hoursSq" TEXT,
    "hoursEn" TEXT,
    "factsSq" TEXT[],
    "factsEn" TEXT[],
    "cautionSq" TEXT,
    "cautionEn" TEXT,
    "certainty" "Certainty" NOT NULL,
    "seenOn" DATE,
    "seenPrecision" "Precision" NOT NULL,
    "checkedOn" DATE,
    "mergedIntoId" TEXT,

    CONSTRAINT "Service_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ServiceTargetGroup" (
    "serviceId" TEXT NOT NULL,
    "groupCode" TEXT NOT NULL,

    CONSTRAINT "ServiceTargetGroup_pkey" PRIMARY KEY ("serviceId","groupCode")
);

-- CreateTable
CREATE TABLE "ServiceSource" (
    "serviceId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "url" TEXT,

    CONSTRAINT "ServiceSource_pkey" PRIMARY KEY ("serviceId","position")
);

-- CreateTable
CREATE TABLE "ImportRun" (
    "id" SERIAL NOT NULL,
    "source" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "finishedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ImportRun_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "County_slug_key" ON "County"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "Municipality_geonamesId_key" ON "Municipality"("geonamesId");

-- CreateIndex
CREATE UNIQUE INDEX "Municipality_slug_key" ON "Municipality"("slug");

-- CreateIndex
CREATE INDEX "Office_municipalityCode_idx" ON "Office"("municipalityCode");

-- CreateIndex
CREATE INDEX "Office_countyCode_idx" ON "Office"("countyCode");

-- CreateIndex
CREATE UNIQUE INDEX "Service_slug_key" ON "Service"("slug");

-- CreateIndex
CREATE INDEX "Service_municipalityCode_idx" ON "Service"("municipalityCode");

-- CreateIndex
CREATE INDEX "Service_typeCode_idx" ON "Service"("typeCode");

-- AddForeignKey
ALTER TABLE "Municipality" ADD CONSTRAINT "Municipality_countyCode_fkey" FOREIGN KEY ("countyCode") REFERENCES "County"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MunicipalityName" ADD CONSTRAINT "MunicipalityName_municipalityCode_fkey" FOREIGN KEY ("municipalityCode") REFERENCES "Municipality"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AdministrativeUnit" ADD CONSTRAINT "AdministrativeUnit_municipalityCode_fkey" FOREIGN KEY ("municipalityCode") REFERENCES "Municipality"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Office" ADD CONSTRAINT "Office_countyCode_fkey" FOREIGN KEY ("countyCode") REFERENCES "County"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Office" ADD CONSTRAINT "Office_municipalityCode_fkey" FOREIGN KEY ("municipalityCode") REFERENCES "Municipality"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OrganizationPlace" ADD CONSTRAINT "OrganizationPlace_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OrganizationPlace" ADD CONSTRAINT "OrganizationPlace_municipalityCode_fkey" FOREIGN KEY ("municipalityCode") REFERENCES "Municipality"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Service" ADD CONSTRAINT "Service_municipalityCode_fkey" FOREIGN KEY ("municipalityCode") REFERENCES "Municipality"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Service" ADD CONSTRAINT "Service_typeCode_fkey" FOREIGN KEY ("typeCode") REFERENCES "ServiceType"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Service" ADD CONSTRAINT "Service_mergedIntoId_fkey" FOREIGN KEY ("mergedIntoId") REFERENCES "Service"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ServiceTargetGroup" ADD CONSTRAINT "ServiceTargetGroup_serviceId_fkey" FOREIGN KEY ("serviceId") REFERENCES "Service"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ServiceTargetGroup" ADD CONSTRAINT "ServiceTargetGroup_groupCode_fkey" FOREIGN KEY ("groupCode") REFERENCES "TargetGroup"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ServiceSource" ADD CONSTRAINT "ServiceSource_serviceId_fkey" FOREIGN KEY ("serviceId") REFERENCES "Service"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Written by hand: rules that the schema language cannot say. They stand in the database because a mistake in an
-- import or a form must not be able to publish where a shelter is; the code that shows records relies on them.

-- A service whose place is not public has no place here at all: what is not stored cannot leak.
ALTER TABLE "Service" ADD CONSTRAINT "Service_place_only_when_public" CHECK (
    visibility = 'public' OR ("addressSq" IS NULL AND "addressEn" IS NULL AND lat IS NULL AND lon IS NULL)
);

-- A protected record has no page and no number of its own; people reach it through the help lines.
ALTER TABLE "Service" ADD CONSTRAINT "Service_protected_has_no_page_or_phone" CHECK (
    visibility <> 'protected' OR (slug IS NULL AND phone IS NULL)
);

-- Every other record has a page.
ALTER TABLE "Service" ADD CONSTRAINT "Service_unprotected_has_page" CHECK (visibility = 'protected' OR slug IS NOT NULL);

ALTER TABLE "Organization" ADD CONSTRAINT "Organization_place_only_when_public" CHECK (
    visibility = 'public' OR ("addressSq" IS NULL AND "addressEn" IS NULL)
);

-- How exactly an address is known is said of an address, and of every address.
ALTER TABLE "Service" ADD CONSTRAINT "Service_address_with_precision" CHECK (
    ("addressPrecision" IS NULL) = ("addressSq" IS NULL)
);

-- Half a position is a point on the equator or in Greenwich.
ALTER TABLE "Service" ADD CONSTRAINT "Service_whole_position" CHECK ((lat IS NULL) = (lon IS NULL));
ALTER TABLE "AdministrativeUnit" ADD CONSTRAINT "AdministrativeUnit_whole_position" CHECK ((lat IS NULL) = (lon IS NULL));

-- "Undated" and a date exclude each other; pages print one or the other.
ALTER TABLE "Service" ADD CONSTRAINT "Service_dated_or_undated" CHECK (("seenPrecision" = 'undated') = ("seenOn" IS NULL));
ALTER TABLE "Office" ADD CONSTRAINT "Office_dated_or_undated" CHECK (("seenPrecision" = 'undated') = ("seenOn" IS NULL));
ALTER TABLE "Organization" ADD CONSTRAINT "Organization_dated_or_undated" CHECK (("seenPrecision" = 'undated') = ("seenOn" IS NULL));
ALTER TABLE "HelpLine" ADD CONSTRAINT "HelpLine_dated_or_undated" CHECK (("seenPrecision" = 'undated') = ("seenOn" IS NULL));
