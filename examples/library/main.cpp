// Prints who said what in the files it is given.
#include <sayso/sayso.h>

#include <iostream>

int main(int argc, char** argv) {
  const auto engine = sayso::Engine::load();
  if (!engine) return std::cerr << engine.error().message << '\n', 2;
  sayso::Reader reader({argv + 1, argv + argc});
  while (const auto document = reader.next()) {
    if (!*document) continue;  // document->error() says which input and why
    const sayso::Extraction found = engine->extract(**document);
    for (const sayso::Statement& s : found.statements)
      std::cout << s.source.name.value_or(s.source.passage.text) << ": " << s.content.text << '\n';
  }
}
