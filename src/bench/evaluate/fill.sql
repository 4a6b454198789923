-- One course of many learners, fifty badges in it, each for 60 % of an activity of its own, all on. Two
-- passbacks of each learner came before: a database that was used knows how large its tables are.
insert into institution (id, name, default_locale, accent, created_at)
  values ('00000001-0000-4000-8000-000000000000', 'University', 'en', '#1f5fbf', now());
insert into issuer (id, institution_id, name, created_at)
  values ('00000002-0000-4000-8000-000000000000', '00000001-0000-4000-8000-000000000000', 'Faculty', now());
insert into badge_class (id, issuer_id, state, name, description, criteria, badge_type, theme, language,
    created_by, created_at, updated_at, version, number, published_at)
  select ('00000003-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid,
    '00000002-0000-4000-8000-000000000000', 'PUBLISHED', 'Badge class ' || n, 'd', 'c', 'achievement',
    'community', 'en', 'bench', now(), now(), 1, 1, now()
  from generate_series(1, 50) n;
insert into platform (id, institution_id, name, product, issuer, client_id, auth_login_url, auth_token_url,
    key_set_url, state, origin, created_at, version)
  values ('00000004-0000-4000-8000-000000000000', '00000001-0000-4000-8000-000000000000', 'LMS', 'moodle',
    'https://lms.example', 'c', 'https://lms.example/a', 'https://lms.example/t', 'https://lms.example/k',
    'ACTIVE', 'TYPED', now(), 1);
insert into deployment (id, platform_id, deployment_id, state, first_seen_at)
  values ('00000005-0000-4000-8000-000000000000', '00000004-0000-4000-8000-000000000000', '1', 'ACTIVE', now());
insert into course (id, deployment_id, context_id, title, created_at, version)
  values ('00000006-0000-4000-8000-000000000000', '00000005-0000-4000-8000-000000000000', '101', 'Course',
    now(), 1);
insert into person (id, created_at)
  select ('00000007-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, now()
  from generate_series(1, :learners) n;
insert into lms_user (id, platform_id, sub, person_id, name, test_user, created_at, updated_at)
  select ('00000008-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, '00000004-0000-4000-8000-000000000000',
    n::text, ('00000007-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, 'Learner ' || n, false, now(), now()
  from generate_series(1, :learners) n;
insert into membership (course_id, lms_user_id, role, active, ever_lecturer, seen_at)
  select '00000006-0000-4000-8000-000000000000', id, 'LEARNER', true, false, now() from lms_user;
insert into activity (id, course_id, kind, reference, title, created_at, version)
  select ('00000009-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, '00000006-0000-4000-8000-000000000000',
    'MODULE', n::text, 'Quiz ' || n, now(), 1 from generate_series(1, 50) n;
insert into attachment (id, course_id, badge_class_id, state, write_back, restriction_confirmed, created_by,
    created_at, switched_at, version)
  select ('0000000a-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, '00000006-0000-4000-8000-000000000000',
    ('00000003-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, 'ON', 'NONE', false,
    '00000008-0000-4000-8000-000000000001', now(), now(), 1 from generate_series(1, 50) n;
insert into award_rule (id, attachment_id, number, mode, tree, created_by, created_at)
  select ('0000000b-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid,
    ('0000000a-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, 1, 'AUTOMATIC',
    '{"is":"score","activity":"00000009-0000-4000-8000-' || lpad(n::text, 12, '0') || '","percent":60.0}',
    '00000008-0000-4000-8000-000000000001', now() from generate_series(1, 50) n;
insert into rule_activity (rule_id, activity_id, asks_completion, asks_score)
  select ('0000000b-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid,
    ('00000009-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, false, true from generate_series(1, 50) n;
insert into connector (id, institution_id, platform_id, source, name, settings, active, created_at)
  values ('0000000c-0000-4000-8000-000000000000', '00000001-0000-4000-8000-000000000000',
    '00000004-0000-4000-8000-000000000000', 'xapi', 'Records', '{}', true, now());
insert into passback (id, institution_id, source, dedupe_key, activity_id, lms_user_id, kind, score, maximum,
    occurred_at, received_at, undone)
  select gen_random_uuid(), '00000001-0000-4000-8000-000000000000', 'xapi', 'before/' || n || '/' || m,
    ('00000009-0000-4000-8000-' || lpad((1 + (n + 7 * m) % 50)::text, 12, '0'))::uuid,
    ('00000008-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, 'SCORED', n % 60, 100, now(), now(), false
  from generate_series(1, :learners) n cross join generate_series(1, 2) m;
insert into evidence (activity_id, lms_user_id, kind, passback_id, source, score, maximum, occurred_at, undone)
  select activity_id, lms_user_id, kind, id, source, score, maximum, occurred_at, undone from passback;
analyze;
