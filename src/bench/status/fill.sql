-- As many credentials as the first one, in full lists and one that is being filled; their awards and
-- owners are nobody's.
alter table credential drop constraint credential_award_id_fkey;
insert into status_list (id, issuer_id, number, bits, entries, changed_at, version)
  select gen_random_uuid(), first.issuer_id, n, first.bits, first.entries, first.changed_at, 1
    from (select * from status_list order by number limit 1) first,
      generate_series(2, 1 + (:entries + 117999) / 118000) n;
insert into credential (id, award_id, badge_class_id, issuer_id, person_id, status_list_id, status_index, key_id,
    document, issued_at, version)
  select gen_random_uuid(), gen_random_uuid(), first.badge_class_id, first.issuer_id, first.person_id, list.id,
      n % 118000, first.key_id, first.document, first.issued_at, 1
    from (select * from credential limit 1) first, generate_series(0, :entries - 1) n
    join status_list list on list.number = 2 + n / 118000;
-- a tenth of them is revoked, so that the bits do not pack into nothing
update status_list set bits = (select string_agg(case when random() < 0.5 then '\x00'::bytea
  else set_byte('\x00'::bytea, 0, 1 << (random() * 7)::int) end, ''::bytea) from generate_series(1, 16384) where number > 1)
  where number > 1;
analyze;
