-- Figures also by parts of a month (PART: five days from the 1st, 6th, … on; a 31st alone), so that a period
-- that cuts a month reads few rows. All are made anew from the awards, at the next look.
alter table insight_figures add constraint insight_figures_grain
  check (grain in ('DAY', 'PART', 'MONTH', 'CLASS', 'ALL'));
update insight_tally set counted_at = null, aged_on = null;
