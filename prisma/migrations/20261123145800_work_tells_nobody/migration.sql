-- No page that is kept is made from these either.
CREATE OR REPLACE FUNCTION prane_private_tables() RETURNS text[] LANGUAGE sql IMMUTABLE AS $$
    SELECT ARRAY['Draft', 'DraftFile', 'Submission', 'SubmissionFile', 'SubmissionEvent', 'Staff', 'Job', 'Fact',
        'StaffSession', 'Invitation', 'HeldForm', 'AuditEntry']
$$;
DROP TRIGGER prane_tell_of_change ON "StaffSession";
DROP TRIGGER prane_tell_of_change ON "Invitation";
DROP TRIGGER prane_tell_of_change ON "HeldForm";
DROP TRIGGER prane_tell_of_change ON "AuditEntry";
