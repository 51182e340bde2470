-- After every change of any table the database notifies whoever keeps pages made from it.
CREATE FUNCTION prane_tell_of_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NOTIFY prane_changed;
    RETURN NULL;
END
$$;

-- A migration that adds tables ends with SELECT prane_watch_tables(); a test finds the table that was forgotten.
CREATE FUNCTION prane_watch_tables() RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    name text;
BEGIN
    FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = current_schema() AND tablename NOT LIKE '\_prisma%' LOOP
        EXECUTE format(
            'CREATE OR REPLACE TRIGGER prane_tell_of_change AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON %I '
            'FOR EACH STATEMENT EXECUTE FUNCTION prane_tell_of_change()', name);
    END LOOP;
END
$$;

SELECT prane_watch_tables();
