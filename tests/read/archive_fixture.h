// Web archives made for the tests, of invented people.
#pragma once

#include <lz4frame.h>

#include "fixture.h"

namespace sayso {

inline std::string http(std::string_view body, const std::string& fields = "Content-Type: text/html\r\n", const std::string& status = "200 OK") {
  return "HTTP/1.1 " + status + "\r\n" + fields + "\r\n" + std::string(body);
}

inline std::string page(const std::string& words) { return "<html><body><p>" + words + "</p></body></html>"; }

struct WarcRecord {
  std::string type = "response";
  std::string url = "http://herald.example/";
  std::string id = "urn:uuid:1";
  std::string date = "2024-11-20T10:15:00Z";
  std::string block;
  std::string more = {};         // lines of the head
  std::string length = {};       // what the head says of it, where it is wrong
  std::string version = "WARC/1.0";
};

inline std::string warc(const WarcRecord& record) {
  const bool is_http = record.block.starts_with("HTTP/");
  return record.version + "\r\nWARC-Type: " + record.type + "\r\nWARC-Target-URI: " + record.url + "\r\nWARC-Record-ID: <" + record.id +
         ">\r\nWARC-Date: " + record.date + "\r\n" + record.more +
         (record.more.find("Content-Type") == std::string::npos && is_http ? "Content-Type: application/http; msgtype=response\r\n" : "") +
         "Content-Length: " + (record.length.empty() ? std::to_string(record.block.size()) : record.length) + "\r\n\r\n" + record.block +
         "\r\n\r\n";
}

// A response with a page of these words; its URL and id are numbered.
inline std::string capture(int number, const std::string& words) {
  return warc({.url = "http://herald.example/" + std::to_string(number), .id = "urn:uuid:" + std::to_string(number), .block = http(page(words))});
}

inline std::string arc(const std::string& url, const std::string& type, std::string_view block, const std::string& date = "20141120101500") {
  return url + " 192.0.2.1 " + date + " " + type + " " + std::to_string(block.size()) + "\n" + std::string(block) + "\n";
}

inline std::string lz4(std::string_view bytes) {
  std::string out(LZ4F_compressFrameBound(bytes.size(), nullptr), '\0');
  out.resize(LZ4F_compressFrame(out.data(), out.size(), bytes.data(), bytes.size(), nullptr));
  return out;
}

}  // namespace sayso
