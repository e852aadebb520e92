alter table member
    add column language text check (language in ('ENGLISH', 'HINDI', 'GUJARATI', 'JAPANESE', 'CHINESE'));
comment on column member.language is 'In which it has applied, and is written to until it chooses another; null where it has not said';
