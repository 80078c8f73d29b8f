-- Which cells a territory is made of, in each division of the country that there was: those of its members, told under
-- whatever code.
create table membership (
    code text not null,
    member text not null,
    -- the division that held from this day
    from_day date not null,
    -- until before this one
    until_day date not null check (until_day > from_day),
    -- share of the member; null when nobody knows how it was divided, negative for what was passed on
    weight numeric,
    -- holds only where the territory of this code has no cell of its own, null without condition
    unless_told text,
    -- whether both are of one level: what became of the member, or what it was before
    same_level boolean not null
);

create index membership_by_code on membership (code, member);
create index membership_by_member on membership (member, code);

-- Where that differs from the territories that hold a member by its code, so that sums by codes do not serve.
create table moved (
    code text not null,
    member text not null,
    from_day date not null,
    until_day date not null,
    primary key (code, member, from_day)
);
