-- notice: those of so long ago that nobody gets mail of them are found without reading the others
create index notice_unaddressed on notice (happened_at) where not addressed;
