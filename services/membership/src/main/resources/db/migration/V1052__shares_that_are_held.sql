-- Where V1026 was applied before its text was mended, it has entered the shares of members of the first version as cancelled.
alter table share_certificate disable trigger share_certificate_kept;
update share_certificate c set cancelled_at = null
  from member m
 where m.id = c.member_id and m.share_issued_at is not null and m.share_cancelled_at is null and c.cancelled_at = c.issued_at
   and not exists (select from share_certificate other where other.member_id = c.member_id and other.cancelled_at is null);
alter table share_certificate enable trigger share_certificate_kept;
