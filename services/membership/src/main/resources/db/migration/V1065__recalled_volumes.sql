-- A recall takes back what partners had paid for a member's goods: the volume of that settlement is negative (docs/adr/0065).
alter table patronage_volume drop constraint patronage_volume_amount_check;
comment on column patronage_volume.amount is 'Minor units; negative where goods that had counted were recalled';
