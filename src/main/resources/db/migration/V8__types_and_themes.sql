-- An institution's own types, themes and pictures of badges.

-- Until now the types and themes were fixed, and written by their names in Java.
update badge_class set badge_type = lower(replace(badge_type, '_', '-')), theme = lower(replace(theme, '_', '-'));

-- A picture that was uploaded and drawn anew; it never changes.
create table artwork (
  id uuid primary key,
  institution_id uuid not null references institution (id),
  sha256 varchar(64) not null,
  png ${blob} not null,
  created_at timestamp with time zone not null,
  created_by varchar(100) not null,
  unique (institution_id, sha256)
);

-- An institution that changed nothing has no rows and the built-in types; its first change writes those
-- down too, so that all its types stand here. Rows stay for ever, because badges name them.
create table badge_type (
  id uuid primary key,
  institution_id uuid not null references institution (id),
  slug varchar(40) not null,
  names varchar(4000),     -- JSON by language; null of a built-in one, whose words are in the bundle
  meanings varchar(10000),
  shape varchar(20) not null,
  worn_shape varchar(20),  -- the shape while it is switched on, else null: no two active ones share one
  colour varchar(7) not null,
  achievement_type varchar(40) not null,
  own boolean not null,
  active boolean not null,
  place int not null,
  version bigint not null,
  unique (institution_id, slug),
  unique (institution_id, worn_shape),
  check (worn_shape is null or worn_shape = shape),
  check (active = (worn_shape is not null))
);

create table badge_theme (
  id uuid primary key,
  institution_id uuid not null references institution (id),
  slug varchar(40) not null,
  names varchar(4000),
  meanings varchar(10000),
  colour varchar(7) not null,
  pictogram varchar(40) not null,
  artwork_id uuid references artwork (id),
  own boolean not null,
  active boolean not null,
  place int not null,
  version bigint not null,
  unique (institution_id, slug)
);
