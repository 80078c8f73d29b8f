-- Roots of filing that were passed on, so that another one of the same number is seen.
create table filing_root (
    number integer primary key,
    root text not null,
    signature text not null
);
