// What an open record holds. Its door is record.h; what is thrown inside the room becomes an Error there.
#pragma once

#include <memory>
#include <string>
#include <type_traits>
#include <utility>

#include "record/curator.h"
#include "record/sql.h"
#include "record/writer.h"
#include "sayso/record.h"

namespace sayso {

struct Record::State {
  State(std::string place, std::unique_ptr<record::Connection> opened) : where(std::move(place)), db(std::move(opened)), writer(*db) {}

  std::string where;
  std::unique_ptr<record::Connection> db;
  record::Writer writer;

  // Runs what may throw.
  template <class Work>
  auto guarded(Work work) -> Result<decltype(work())> {
    try {
      if constexpr (std::is_void_v<decltype(work())>) {
        work();
        return {};
      } else {
        return work();
      }
    } catch (const record::SqlFailure& failure) {
      return tl::unexpected(Error{failure.code, where, failure.what()});
    }
  }

  // What was added before is kept first; the writer knows people by heart and has to look again.
  template <class Work>
  auto changing_people(Work work) {
    return guarded([&] {
      writer.commit();
      auto out = work();
      writer.forget_people();
      return out;
    });
  }

  template <class Decide>
  auto decided(Decide decide) {
    return changing_people([&] {
      record::Curator curator(*db);
      return decide(curator);
    });
  }
};

}  // namespace sayso
