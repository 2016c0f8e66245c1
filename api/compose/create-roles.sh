# Run once by the image of PostgreSQL, as its superuser: the role that owns the database, the one that owns nothing, and
# the database, as the addresses in /run/secrets name them.
psql --no-psqlrc --quiet --set ON_ERROR_STOP=1 <<'SQL'
\set owner `sed -E 's|^[a-z]+://([^:]+):.*|\1|' /run/secrets/database_owner_url`
\set owner_password `sed -E 's|^[a-z]+://[^:]+:([^@]+)@.*|\1|' /run/secrets/database_owner_url`
\set app `sed -E 's|^[a-z]+://([^:]+):.*|\1|' /run/secrets/database_url`
\set app_password `sed -E 's|^[a-z]+://[^:]+:([^@]+)@.*|\1|' /run/secrets/database_url`
\set database `sed -E 's|.*/||' /run/secrets/database_url`
select format('create role %I', name) from unnest(array[:'owner', :'app']) name
where not exists (select from pg_roles where rolname = name) \gexec
alter role :"owner" login password :'owner_password';
alter role :"app" login password :'app_password';
create database :"database" owner :"owner";
SQL
