-- What the rules of the data set found when the file was taken in; null for files of the time before there were rules.
alter table import add column checks jsonb;
