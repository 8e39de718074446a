-- samestory.db, version 4. Offsets count Unicode code points of articles.text, half open; spans are JSON lists [[start, end], ...].
-- Unknown is NULL. The tables follow docs/output.md; `tellings` holds every telling whole, for samestory itself.

CREATE TABLE articles (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  origin TEXT NOT NULL,
  url TEXT,
  outlet TEXT,
  title TEXT,
  byline TEXT NOT NULL,      -- JSON list of names
  published TEXT,            -- as the article gives it
  day TEXT,                  -- ISO day of publication, given or inferred
  day_inferred INTEGER NOT NULL,
  language TEXT,
  text TEXT NOT NULL,
  blocks TEXT NOT NULL       -- JSON, as in `samestory read --json`
) STRICT;

CREATE VIRTUAL TABLE articles_search USING fts5 (title, text, content = 'articles', content_rowid = 'number');
CREATE TRIGGER articles_added AFTER INSERT ON articles BEGIN
  INSERT INTO articles_search (rowid, title, text) VALUES (new.number, new.title, new.text);
END;
CREATE TRIGGER articles_changed AFTER UPDATE ON articles BEGIN
  INSERT INTO articles_search (articles_search, rowid, title, text) VALUES ('delete', old.number, old.title, old.text);
  INSERT INTO articles_search (rowid, title, text) VALUES (new.number, new.title, new.text);
END;

CREATE TABLE tellings (
  article TEXT PRIMARY KEY REFERENCES articles (id),
  made_by TEXT NOT NULL,     -- version of samestory
  value BLOB NOT NULL        -- zlib-compressed JSON
) STRICT;

-- of the last run
CREATE TABLE unreadable (origin TEXT PRIMARY KEY, reason TEXT NOT NULL) STRICT;

CREATE TABLE quotes (
  article TEXT NOT NULL REFERENCES articles (id), position INTEGER NOT NULL,
  kind TEXT NOT NULL, words TEXT NOT NULL, speaker TEXT, role TEXT, speaker_kind TEXT, medium TEXT,
  content TEXT NOT NULL, cue TEXT NOT NULL, source TEXT NOT NULL, rule TEXT NOT NULL, score REAL NOT NULL,
  PRIMARY KEY (article, position)
) STRICT;
CREATE INDEX quotes_by_speaker ON quotes (speaker);

CREATE TABLE silences (
  article TEXT NOT NULL REFERENCES articles (id), position INTEGER NOT NULL,
  kind TEXT NOT NULL, words TEXT NOT NULL, speaker TEXT, "start" INTEGER NOT NULL, "end" INTEGER NOT NULL, rule TEXT NOT NULL,
  PRIMARY KEY (article, position)
) STRICT;

CREATE TABLE credits (
  article TEXT NOT NULL REFERENCES articles (id), position INTEGER NOT NULL,
  outlet TEXT NOT NULL, words TEXT NOT NULL, "start" INTEGER NOT NULL, "end" INTEGER NOT NULL,
  covers_start INTEGER NOT NULL, covers_end INTEGER NOT NULL, rule TEXT NOT NULL,
  PRIMARY KEY (article, position)
) STRICT;

CREATE TABLE times (
  article TEXT NOT NULL REFERENCES articles (id), position INTEGER NOT NULL,
  type TEXT NOT NULL, words TEXT NOT NULL, value TEXT, "first" TEXT, "last" TEXT,
  "start" INTEGER NOT NULL, "end" INTEGER NOT NULL, rule TEXT NOT NULL,
  PRIMARY KEY (article, position)
) STRICT;

CREATE TABLE people (
  article TEXT NOT NULL REFERENCES articles (id), position INTEGER NOT NULL,
  name TEXT NOT NULL, role TEXT, age INTEGER, mentions TEXT NOT NULL,
  PRIMARY KEY (article, position)
) STRICT;
CREATE INDEX people_by_name ON people (name);

CREATE TABLE facts (
  article TEXT NOT NULL REFERENCES articles (id), position INTEGER NOT NULL,
  kind TEXT NOT NULL, about TEXT NOT NULL, value ANY, unit TEXT, low REAL, high REAL, words TEXT NOT NULL,
  "start" INTEGER NOT NULL, "end" INTEGER NOT NULL, stated_by TEXT, rule TEXT NOT NULL,
  PRIMARY KEY (article, position)
) STRICT;

CREATE TABLE stories (id TEXT PRIMARY KEY, title TEXT NOT NULL, "first" TEXT, "last" TEXT, articles INTEGER NOT NULL) STRICT;

CREATE TABLE members (
  story TEXT NOT NULL REFERENCES stories (id), article TEXT NOT NULL REFERENCES articles (id), position INTEGER NOT NULL,
  score REAL, shared TEXT NOT NULL, rule TEXT NOT NULL,   -- why it is here
  PRIMARY KEY (story, article)
) STRICT;
CREATE INDEX members_by_article ON members (article);

CREATE TABLE copies (
  story TEXT NOT NULL REFERENCES stories (id), position INTEGER NOT NULL,
  article TEXT NOT NULL, "of" TEXT NOT NULL, shared REAL NOT NULL, passages TEXT NOT NULL,
  PRIMARY KEY (story, position)
) STRICT;

CREATE TABLE sayings (
  story TEXT NOT NULL REFERENCES stories (id), saying INTEGER NOT NULL, version INTEGER NOT NULL,
  article TEXT NOT NULL, kind TEXT NOT NULL, speaker TEXT, medium TEXT, words TEXT NOT NULL, content TEXT NOT NULL, edits TEXT NOT NULL,
  PRIMARY KEY (story, saying, version)
) STRICT;

CREATE TABLE points (
  story TEXT NOT NULL REFERENCES stories (id), position INTEGER NOT NULL,
  kind TEXT NOT NULL, about TEXT NOT NULL, verdict TEXT NOT NULL, why TEXT NOT NULL, facts TEXT NOT NULL,
  PRIMARY KEY (story, position)
) STRICT;
CREATE INDEX points_by_verdict ON points (verdict);

CREATE TABLE timeline (
  story TEXT NOT NULL REFERENCES stories (id), position INTEGER NOT NULL,
  "first" TEXT NOT NULL, "last" TEXT NOT NULL, what TEXT NOT NULL, mentions TEXT NOT NULL,
  PRIMARY KEY (story, position)
) STRICT;

CREATE TABLE provenance (
  story TEXT NOT NULL REFERENCES stories (id), position INTEGER NOT NULL,
  "from" TEXT NOT NULL, "to" TEXT NOT NULL, to_article INTEGER NOT NULL, how TEXT NOT NULL, evidence TEXT NOT NULL,
  PRIMARY KEY (story, position)
) STRICT;

CREATE TABLE only_in (
  story TEXT NOT NULL REFERENCES stories (id), article TEXT NOT NULL, position INTEGER NOT NULL,
  words TEXT NOT NULL, "start" INTEGER NOT NULL, "end" INTEGER NOT NULL,
  PRIMARY KEY (story, article, position)
) STRICT;

-- since version 2: what grouping keeps, a row for each article in the order of arrival
CREATE TABLE placed (
  place INTEGER PRIMARY KEY, article TEXT NOT NULL UNIQUE, story INTEGER NOT NULL,   -- the place of the article that opened the story
  evidence BLOB NOT NULL, opened INTEGER NOT NULL, score REAL, shared TEXT NOT NULL, rule TEXT NOT NULL
) STRICT;
CREATE INDEX placed_by_story ON placed (story);

-- chief names of articles that have left the window: how long-lived stories are found
CREATE TABLE retired (name INTEGER NOT NULL, place INTEGER NOT NULL, PRIMARY KEY (name, place)) STRICT, WITHOUT ROWID;

-- how often each word has arrived; one row
CREATE TABLE counted (articles INTEGER NOT NULL, counted REAL NOT NULL, words BLOB NOT NULL, counts BLOB NOT NULL) STRICT;

-- a person's word: `together` or `apart`
CREATE TABLE rulings (one TEXT NOT NULL, two TEXT NOT NULL, kind TEXT NOT NULL, PRIMARY KEY (one, two)) STRICT, WITHOUT ROWID;

-- since version 3
ALTER TABLE counted ADD COLUMN made_by TEXT;   -- version of grouping: rows of another one are made anew
ALTER TABLE stories ADD COLUMN summary TEXT;
ALTER TABLE stories ADD COLUMN origins TEXT;   -- what its articles go back to, in sentences
ALTER TABLE copies ADD COLUMN kind TEXT;
ALTER TABLE copies ADD COLUMN agency TEXT;

CREATE TABLE sources (
  story TEXT NOT NULL REFERENCES stories (id), position INTEGER NOT NULL,
  name TEXT NOT NULL, kind TEXT NOT NULL, articles TEXT NOT NULL, "only" TEXT NOT NULL, evidence TEXT NOT NULL,
  PRIMARY KEY (story, position)
) STRICT;

CREATE TABLE revisions (
  story TEXT NOT NULL REFERENCES stories (id), position INTEGER NOT NULL,
  earlier TEXT NOT NULL, later TEXT NOT NULL, why TEXT NOT NULL, changes TEXT NOT NULL,
  PRIMARY KEY (story, position)
) STRICT;

-- since version 4: what a story was made of, so that a later run can leave it as it is
CREATE TABLE compared (
  story TEXT PRIMARY KEY REFERENCES stories (id), made_of TEXT NOT NULL, page TEXT NOT NULL, rest BLOB NOT NULL
) STRICT;
