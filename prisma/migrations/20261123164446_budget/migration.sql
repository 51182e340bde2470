-- CreateEnum
CREATE TYPE "BudgetPhase" AS ENUM ('collect', 'group', 'feasibility', 'vote', 'hearings', 'council', 'delivery');

-- CreateEnum
CREATE TYPE "VoteKind" AS ENUM ('approval', 'knapsack');

-- CreateEnum
CREATE TYPE "Feasibility" AS ENUM ('open', 'feasible', 'not_feasible');

-- CreateEnum
CREATE TYPE "Decision" AS ENUM ('accepted', 'changed', 'refused');

-- CreateEnum
CREATE TYPE "BallotChannel" AS ENUM ('online', 'paper');

-- CreateTable
CREATE TABLE "NeedGroup" (
    "id" UUID NOT NULL,
    "municipalityCode" TEXT NOT NULL,
    "help" TEXT NOT NULL,
    "unitNumber" INTEGER,
    "titleSq" TEXT NOT NULL,
    "titleEn" TEXT NOT NULL,
    "easySq" TEXT NOT NULL,
    "easyEn" TEXT NOT NULL,
    "madeAt" TIMESTAMP(3) NOT NULL,
    "releasedAt" TIMESTAMP(3),

    CONSTRAINT "NeedGroup_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "NeedGroupMember" (
    "submissionId" UUID NOT NULL,
    "groupId" UUID NOT NULL,

    CONSTRAINT "NeedGroupMember_pkey" PRIMARY KEY ("submissionId")
);

-- CreateTable
CREATE TABLE "BudgetCycle" (
    "id" UUID NOT NULL,
    "municipalityCode" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "phase" "BudgetPhase" NOT NULL DEFAULT 'collect',
    "dates" JSONB NOT NULL,
    "budget" BIGINT NOT NULL,
    "voteKind" "VoteKind" NOT NULL DEFAULT 'approval',
    "ageFrom" INTEGER NOT NULL,
    "minSupport" INTEGER NOT NULL DEFAULT 0,
    "seed" TEXT NOT NULL,
    "promiseAct" TEXT,
    "promisedOn" DATE,
    "residenceSq" TEXT NOT NULL,
    "residenceEn" TEXT NOT NULL,
    "isInvented" BOOLEAN NOT NULL DEFAULT false,
    "signedById" UUID,
    "signedHash" TEXT,
    "secondById" UUID,
    "rule" TEXT,
    "ruleHash" TEXT,
    "frozenAt" TIMESTAMP(3),
    "cancelledAt" TIMESTAMP(3),
    "cancelReasonSq" TEXT,
    "cancelReasonEn" TEXT,
    "closedAt" TIMESTAMP(3),
    "codesIssued" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "BudgetCycle_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Proposal" (
    "id" UUID NOT NULL,
    "cycleId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "groupId" UUID,
    "titleSq" TEXT NOT NULL,
    "titleEn" TEXT NOT NULL,
    "aboutSq" TEXT NOT NULL,
    "aboutEn" TEXT NOT NULL,
    "easySq" TEXT NOT NULL,
    "easyEn" TEXT NOT NULL,
    "cost" BIGINT NOT NULL,
    "costWhySq" TEXT NOT NULL,
    "costWhyEn" TEXT NOT NULL,
    "office" TEXT NOT NULL,
    "feasibility" "Feasibility" NOT NULL DEFAULT 'open',
    "reasonSq" TEXT,
    "reasonEn" TEXT,
    "incompatible" INTEGER[] DEFAULT ARRAY[]::INTEGER[],
    "decision" "Decision",
    "decidedOn" DATE,
    "decisionAct" TEXT,
    "decisionSq" TEXT,
    "decisionEn" TEXT,
    "serviceSlug" TEXT,

    CONSTRAINT "Proposal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Milestone" (
    "id" UUID NOT NULL,
    "proposalId" UUID NOT NULL,
    "on" DATE NOT NULL,
    "textSq" TEXT NOT NULL,
    "textEn" TEXT NOT NULL,
    "spent" BIGINT NOT NULL,

    CONSTRAINT "Milestone_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BallotKey" (
    "cycleId" UUID NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "BallotKey_pkey" PRIMARY KEY ("cycleId")
);

-- CreateTable
CREATE TABLE "BallotCode" (
    "codeHash" BYTEA NOT NULL,
    "cycleId" UUID NOT NULL,
    "channel" "BallotChannel",
    "conflict" BOOLEAN NOT NULL DEFAULT false,
    "choices" INTEGER[] DEFAULT ARRAY[]::INTEGER[],
    "isCast" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "BallotCode_pkey" PRIMARY KEY ("codeHash")
);

-- CreateTable
CREATE TABLE "PaperEntry" (
    "codeHash" BYTEA NOT NULL,
    "round" INTEGER NOT NULL,
    "cycleId" UUID NOT NULL,
    "staffId" UUID NOT NULL,
    "choices" INTEGER[],

    CONSTRAINT "PaperEntry_pkey" PRIMARY KEY ("codeHash","round")
);

-- CreateTable
CREATE TABLE "Ballot" (
    "cycleId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "choices" INTEGER[],
    "channel" "BallotChannel" NOT NULL,

    CONSTRAINT "Ballot_pkey" PRIMARY KEY ("cycleId","position")
);

-- CreateIndex
CREATE INDEX "NeedGroup_municipalityCode_idx" ON "NeedGroup"("municipalityCode");

-- CreateIndex
CREATE INDEX "NeedGroupMember_groupId_idx" ON "NeedGroupMember"("groupId");

-- CreateIndex
CREATE UNIQUE INDEX "BudgetCycle_municipalityCode_year_key" ON "BudgetCycle"("municipalityCode", "year");

-- CreateIndex
CREATE UNIQUE INDEX "Proposal_cycleId_number_key" ON "Proposal"("cycleId", "number");

-- CreateIndex
CREATE INDEX "Milestone_proposalId_idx" ON "Milestone"("proposalId");

-- CreateIndex
CREATE INDEX "BallotCode_cycleId_idx" ON "BallotCode"("cycleId");

-- CreateIndex
CREATE INDEX "PaperEntry_cycleId_idx" ON "PaperEntry"("cycleId");

-- AddForeignKey
ALTER TABLE "NeedGroupMember" ADD CONSTRAINT "NeedGroupMember_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "Submission"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NeedGroupMember" ADD CONSTRAINT "NeedGroupMember_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "NeedGroup"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Proposal" ADD CONSTRAINT "Proposal_cycleId_fkey" FOREIGN KEY ("cycleId") REFERENCES "BudgetCycle"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Proposal" ADD CONSTRAINT "Proposal_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "NeedGroup"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Milestone" ADD CONSTRAINT "Milestone_proposalId_fkey" FOREIGN KEY ("proposalId") REFERENCES "Proposal"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Ballot" ADD CONSTRAINT "Ballot_cycleId_fkey" FOREIGN KEY ("cycleId") REFERENCES "BudgetCycle"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What was frozen stays as it is, for everybody: also for whoever has the address of the database and means well.
CREATE FUNCTION prane_keep_rule() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD."ruleHash" IS NOT NULL AND (NEW."rule", NEW."ruleHash", NEW."budget", NEW."voteKind", NEW."ageFrom",
        NEW."minSupport", NEW."seed", NEW."promiseAct", NEW."promisedOn", NEW."municipalityCode", NEW."year")
        IS DISTINCT FROM (OLD."rule", OLD."ruleHash", OLD."budget", OLD."voteKind", OLD."ageFrom",
        OLD."minSupport", OLD."seed", OLD."promiseAct", OLD."promisedOn", OLD."municipalityCode", OLD."year") THEN
        RAISE EXCEPTION 'A frozen rule is not changed.';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER prane_keep_rule BEFORE UPDATE ON "BudgetCycle" FOR EACH ROW EXECUTE FUNCTION prane_keep_rule();

-- The decision and the service come after the freeze; everything else of a proposal stands in the rule.
CREATE FUNCTION prane_keep_proposal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM "BudgetCycle" WHERE "ruleHash" IS NOT NULL
        AND "id" IN (CASE WHEN TG_OP = 'INSERT' THEN NEW."cycleId" ELSE OLD."cycleId" END)) AND (TG_OP <> 'UPDATE'
        OR (NEW."cycleId", NEW."number", NEW."titleSq", NEW."titleEn", NEW."aboutSq", NEW."aboutEn", NEW."cost",
        NEW."feasibility", NEW."incompatible") IS DISTINCT FROM (OLD."cycleId", OLD."number", OLD."titleSq",
        OLD."titleEn", OLD."aboutSq", OLD."aboutEn", OLD."cost", OLD."feasibility", OLD."incompatible")) THEN
        RAISE EXCEPTION 'A frozen proposal is not changed.';
    END IF;
    RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END
$$;
CREATE TRIGGER prane_keep_proposal BEFORE INSERT OR UPDATE OR DELETE ON "Proposal"
    FOR EACH ROW EXECUTE FUNCTION prane_keep_proposal();

-- A code is on one channel or on none, and only a cast one has choices.
ALTER TABLE "BallotCode" ADD CONSTRAINT "BallotCode_cast" CHECK ("isCast" = FALSE OR "channel" IS NOT NULL);
ALTER TABLE "Proposal" ADD CONSTRAINT "Proposal_reason"
    CHECK ("feasibility" <> 'not_feasible' OR ("reasonSq" IS NOT NULL AND "reasonEn" IS NOT NULL));
ALTER TABLE "BudgetCycle" ADD CONSTRAINT "BudgetCycle_two" CHECK ("secondById" IS DISTINCT FROM "signedById" OR "signedById" IS NULL);

SELECT prane_watch_tables();
-- No page that is kept is made from the ballots while they come in.
DO $$
DECLARE
    name text;
BEGIN
    EXECUTE format('CREATE OR REPLACE FUNCTION prane_private_tables() RETURNS text[] LANGUAGE sql IMMUTABLE AS %L',
        format('SELECT %L::text[]', prane_private_tables() || ARRAY['BallotKey', 'BallotCode', 'PaperEntry']));
    FOREACH name IN ARRAY ARRAY['BallotKey', 'BallotCode', 'PaperEntry'] LOOP
        EXECUTE format('DROP TRIGGER prane_tell_of_change ON %I', name);
    END LOOP;
END
$$;
