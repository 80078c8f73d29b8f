-- Questions to reporters: behind the end of this week a report that was not answered is closed.
create table answer_due (
    report_id uuid primary key references report on delete cascade,
    due_epoch integer not null
);

grant select, insert, update (due_epoch), delete on answer_due to ${moderation};
