-- member: whether an applicant has to confirm its e-mail address before it is admitted, and when it has
alter table member add column confirmation_asked boolean not null default false;
alter table member add column email_confirmed_at timestamptz;
