-- Figures that answer at once: what awards came to, summed by day and by month, and notes about them.

-- An award changed since it was last counted. Written with each change, in the same transaction, and
-- referring to nothing, so that nobody waits for anybody.
create table award_touch (
  id uuid primary key,
  institution_id uuid not null,
  award_id uuid not null
);
create index award_touch_institution on award_touch (institution_id);

-- One counter at a time for each institution; without a moment nothing was counted yet. aged_on: the day
-- for which the sums over months say what is old enough.
create table insight_tally (
  institution_id uuid primary key references institution (id),
  counted_at timestamp with time zone,
  aged_on date
);

-- Sums over awards of one badge class, course and door that were offered (while they are not: that met
-- their rule) on one day, or in one month, or ever (ALL, begins in 1970), UTC; CLASS: in one month, of all
-- courses and doors. Zeros for an award of no course. Test users' are left out. What each column counts
-- says org.badgebridge.insight.figures.Count; the last six hold for aged_on, and not for days.
create table insight_figures (
  institution_id uuid not null,
  grain varchar(5) not null check (grain in ('DAY', 'MONTH', 'CLASS', 'ALL')),
  begins date not null,
  badge_class_id uuid not null,
  course_id uuid not null,
  origin varchar(20) not null,
  met int not null,
  waiting int not null,
  offered int not null,
  notified int not null,
  delivered int not null,
  seen int not null,
  opened int not null,
  claimed int not null,
  published int not null,
  still_open int not null,
  reached_open int not null,
  declined int not null,
  expired int not null,
  withdrawn int not null,
  revoked int not null,
  in_public int not null,
  within_hour int not null,
  within_1 int not null,
  within_3 int not null,
  within_7 int not null,
  within_14 int not null,
  within_30 int not null,
  old_1 int default 0 not null,
  old_7 int default 0 not null,
  old_30 int default 0 not null,
  early_1 int default 0 not null,
  early_7 int default 0 not null,
  early_30 int default 0 not null,
  primary key (institution_id, grain, begins, badge_class_id, course_id, origin)
);
create index insight_figures_class on insight_figures (institution_id, grain, badge_class_id, begins);
create index insight_figures_course on insight_figures (institution_id, grain, course_id, begins);
create index direct_award_day on direct_award (badge_class_id, offered_at);

-- What staff learned, and from which day on they did something about it.
create table insight_note (
  id uuid primary key,
  institution_id uuid not null references institution (id),
  badge_class_id uuid references badge_class (id),
  course_id uuid references course (id),
  noted_on date not null,
  words varchar(4000) not null,
  owner_id uuid not null,
  created_at timestamp with time zone not null,
  version bigint not null
);
create index insight_note_institution on insight_note (institution_id, noted_on, id);
