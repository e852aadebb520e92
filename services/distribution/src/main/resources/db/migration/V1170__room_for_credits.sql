-- Each allocation changes the credits of all producers of its goods: there is room for their next versions on the page, so that no
-- index has to be written.
alter table share_credit set (fillfactor = 50);
