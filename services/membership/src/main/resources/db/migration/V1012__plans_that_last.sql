-- As in V1010: a plan made while a table was small must not be kept when a close of thousands of members has filled it.
alter function refuse_lots_beside_the_books() set enable_seqscan = off;
alter function seal_entry() set enable_seqscan = off;
