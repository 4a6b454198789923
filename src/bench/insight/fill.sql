-- One institution over three years: 10 issuers, 300 badge classes in 200 courses (600 pairs), 50,000
-- learners, awards in two terms of ten weeks a year. Six in ten are claimed, most within a week.
\set now 'date_trunc(''day'', now())'
insert into institution (id, name, default_locale, accent, created_at)
  values ('00000001-0000-4000-8000-000000000000', 'University', 'en', '#1f5fbf', now());
insert into issuer (id, institution_id, name, created_at)
  select ('00000002-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, '00000001-0000-4000-8000-000000000000',
    'Faculty ' || n, now() from generate_series(0, 9) n;
insert into badge_class (id, issuer_id, state, name, description, criteria, badge_type, theme, language,
    created_by, created_at, updated_at, version, number, published_at)
  select ('00000003-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid,
    ('00000002-0000-4000-8000-' || lpad((n % 10)::text, 12, '0'))::uuid, 'PUBLISHED',
    'Badge class ' || n, 'd', 'c', (array['achievement', 'competency', 'pathway'])[1 + n % 3], 'community',
    'en', 'bench', now(), now(), 1, 1, now()
  from generate_series(0, 299) n;
insert into platform (id, institution_id, name, product, issuer, client_id, auth_login_url, auth_token_url,
    key_set_url, state, origin, created_at, version)
  values ('00000004-0000-4000-8000-000000000000', '00000001-0000-4000-8000-000000000000', 'LMS', 'moodle',
    'https://lms.example', 'c', 'https://lms.example/a', 'https://lms.example/t', 'https://lms.example/k',
    'ACTIVE', 'TYPED', now(), 1);
insert into deployment (id, platform_id, deployment_id, state, first_seen_at)
  values ('00000005-0000-4000-8000-000000000000', '00000004-0000-4000-8000-000000000000', '1', 'ACTIVE', now());
insert into course (id, deployment_id, context_id, title, created_at, version)
  select ('00000006-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, '00000005-0000-4000-8000-000000000000',
    n::text, 'Course ' || n, now(), 1 from generate_series(0, 199) n;
insert into person (id, created_at)
  select ('00000007-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, now() from generate_series(0, 49999) n;
insert into lms_user (id, platform_id, sub, person_id, name, test_user, created_at, updated_at)
  select ('00000008-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, '00000004-0000-4000-8000-000000000000',
    n::text, ('00000007-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, 'Learner ' || n, false, now(), now()
  from generate_series(0, 49999) n;

create function pg_temp.dice(n bigint, throw int, sides int) returns int language sql immutable as
  'select ((hashint8extended(n, throw) & 9223372036854775807) % sides)::int';
create temporary table life as
  select n, n % 600 as pair, n / 600 as k,
    pg_temp.dice(n, 1, 3) as in_year, pg_temp.dice(n, 2, 2) as term, pg_temp.dice(n, 3, 70) as in_term,
    pg_temp.dice(n, 4, 86400) as second, pg_temp.dice(n, 5, 100) as fate, pg_temp.dice(n, 6, 100) as pace,
    pg_temp.dice(n, 7, 86400) as delay
  from generate_series(0, :awards - 1) n;
create temporary table told as
  select l.*,
    :now - interval '982 days' + (in_year * 365 + term * 182 + in_term - 1) * interval '1 day'
      + second * interval '1 second' as offered
  from life l;
create temporary table grown as
  select t.*, offered + case when pace < 15 then delay / 24 * interval '1 second'
      when pace < 40 then delay * interval '1 second'
      when pace < 75 then (1 + pace % 6) * interval '1 day' + delay * interval '1 second'
      else (7 + pace) * interval '12 hours' + delay * interval '1 second' end as claimed
  from told t;
insert into direct_award (id, institution_id, badge_class_id, lms_user_id, edition, state, sandbox, origin,
    course_id, reason, rule_met_at, offered_at, notified_at, delivered_at, seen_at, opened_at, claimed_at,
    first_public_at, ended_at, created_at, version)
  select ('00000009-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, '00000001-0000-4000-8000-000000000000',
    ('00000003-0000-4000-8000-' || lpad((pair % 300)::text, 12, '0'))::uuid,
    ('00000008-0000-4000-8000-' || lpad(((k + pair * 37) % 50000)::text, 12, '0'))::uuid, 1, state, false,
    case when n % 9 = 0 then 'STAFF' when n % 31 = 0 then 'CSV' else 'RULE' end,
    ('00000006-0000-4000-8000-' || lpad((pair / 3)::text, 12, '0'))::uuid, '{}', offered, offered,
    case when fate < 97 then offered + interval '1 hour' end,
    case when fate < 94 then offered + interval '1 hour' end,
    case when fate < 80 then coalesce(done, offered + interval '2 hours') end,
    case when fate < 75 then coalesce(done, offered + interval '2 hours') end,
    done, case when n % 3 = 0 then done end,
    case when state in ('DECLINED', 'EXPIRED', 'WITHDRAWN', 'REVOKED') then offered + interval '82 days' end,
    offered, 1
  from (select g.*, case when fate < 62 and claimed < now() then claimed end as done,
      case when fate < 62 and claimed < now() then case when fate = 0 then 'REVOKED' else 'CLAIMED' end
        when fate between 62 and 64 then 'DECLINED' when fate between 65 and 66 then 'WITHDRAWN'
        when offered < now() - interval '82 days' then 'EXPIRED' else 'OFFERED' end as state
    from grown g) lives
  where offered < now();
analyze;
