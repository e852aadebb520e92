-- What distribution has reserved of the stock for orders of a week is that week's, whatever comes later.
alter table order_line add column allocated numeric(24, 6) not null default 0;
comment on column order_line.allocated is 'reserved so far, what was dispatched of it included';
alter table demand_outlook add column reserved numeric(24, 6) not null default 0;
comment on column demand_outlook.reserved is 'of open_orders, for which goods are reserved';
