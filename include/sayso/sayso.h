// Sayso: the record of who said what, to whom, through whom. The whole product on one page.
//
//   auto engine = sayso::Engine::load();                       // immutable, shared by threads
//   sayso::Reader reader({"article.html", "archive.jsonl.zst"});
//   while (auto document = reader.next()) {
//     if (!*document) continue;                                // document->error() says which input and why
//     sayso::Extraction found = engine->extract(**document);   // statements, entities, warnings
//     for (const sayso::Statement& s : found.statements) use(s.source.name, s.cue, s.content.text);
//   }
#pragma once

#include "sayso/counts.h"
#include "sayso/document.h"
#include "sayso/engine.h"
#include "sayso/error.h"
#include "sayso/formats.h"
#include "sayso/people.h"
#include "sayso/provenance.h"
#include "sayso/reader.h"
#include "sayso/record.h"
#include "sayso/search.h"
#include "sayso/statement.h"
