-- the picture beside an edition's name
alter table edition add emblem text references media (path);
