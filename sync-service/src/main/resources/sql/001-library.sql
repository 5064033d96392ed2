create table tracks (
    id text primary key,
    title text,
    artists text,
    album text,
    release_date text,
    duration_ms bigint,
    isrc text,
    explicit smallint,
    popularity smallint,
    label text,
    genres text,
    tempo double precision,
    key smallint,
    mode smallint,
    energy double precision,
    danceability double precision,
    valence double precision,
    loudness double precision,
    acousticness double precision,
    instrumentalness double precision,
    liveness double precision,
    speechiness double precision,
    time_signature smallint,
    link text,
    added_at text,
    liked smallint not null,
    provenance text not null,
    complete smallint not null,
    duplicate_of text,
    updated_at text not null
);

create table playlists (
    name text primary key,
    created_at text not null
);

create table playlist_tracks (
    playlist text not null references playlists (name),
    position integer not null,
    track_id text not null references tracks (id),
    primary key (playlist, position, track_id)
);

create index playlist_tracks_of_track on playlist_tracks (track_id);
