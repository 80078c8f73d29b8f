-- Whom the one who decided was bound to; null is nobody.
alter table import add column decided_for text;
