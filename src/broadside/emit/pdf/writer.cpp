#include "broadside/emit/pdf/writer.hpp"

#include <iterator>

#include <fmt/format.h>

#include "broadside/base/big_endian.hpp"
#include "broadside/base/content_hash.hpp"

namespace broadside::emit {

namespace {

/// A reader unpacks a whole stream for one object of it.
constexpr std::size_t kLargestPack = 200;

std::size_t width_of(std::size_t number) {
    std::size_t width = 1;
    while (number >>= 8) ++width;
    return width;
}

}  // namespace

// The second line tells programs that transfer files that this one is not text (PDF 1.7, 7.5.2).
PdfWriter::PdfWriter(DeflatedStreams& streams)
    : streams_(streams), file_("%PDF-1.7\n%\xB5\xED\xAE\xFB\n"), places_(1) {}

int PdfWriter::new_number() {
    places_.push_back({});
    return static_cast<int>(places_.size()) - 1;
}

int PdfWriter::new_numbers(std::size_t count) {
    const auto first = static_cast<int>(places_.size());
    places_.resize(places_.size() + count);
    return first;
}

void PdfWriter::write(int number, std::string_view text) {
    if (pack_ == 0) pack_ = new_number();
    places_[static_cast<std::size_t>(number)] = {pack_, packed_++};
    pack_index_.append(fmt::format_int(number).str()) += ' ';
    pack_index_.append(fmt::format_int(pack_text_.size()).str()) += ' ';
    pack_text_ += text;
    pack_text_ += '\n';
    if (packed_ == kLargestPack) close_pack();
}

void PdfWriter::close_pack() {
    if (pack_ == 0) return;
    const std::string dictionary = fmt::format(
        "<< /Type /ObjStm /N {} /First {} /Filter /FlateDecode >>", packed_, pack_index_.size());
    write_deflated(pack_, dictionary, pack_index_ + pack_text_);
    pack_ = 0;
    packed_ = 0;
    pack_index_.clear();
    pack_text_.clear();
}

void PdfWriter::begin_object(int number) {
    places_[static_cast<std::size_t>(number)] = {0, file_.size()};
    fmt::format_to(std::back_inserter(file_), "{} 0 obj\n", number);
}

void PdfWriter::write_stream(int number, std::string_view dictionary, std::string_view bytes) {
    begin_object(number);
    dictionary.remove_suffix(2);  // the ">>"
    fmt::format_to(std::back_inserter(file_), "{}/Length {} >>\nstream\n", dictionary,
                   bytes.size());
    file_ += bytes;
    file_ += "\nendstream\nendobj\n";
}

void PdfWriter::write_deflated(int number, std::string_view dictionary, std::string_view bytes) {
    write_stream(number, dictionary, streams_.of(bytes));
}

void PdfWriter::write_stream(int number, std::string_view object) {
    begin_object(number);
    file_ += object;
    file_ += "endobj\n";
}

File PdfWriter::finish(int root, int info) {
    close_pack();
    const auto table = static_cast<std::size_t>(new_number());
    const std::size_t start = file_.size();
    places_[table] = {0, start};
    const std::size_t width = width_of(start);
    std::string entries;
    add_big_endian(entries, 0xFFFF, 1 + width + 2);  // of object 0: free
    for (std::size_t number = 1; number < places_.size(); ++number) {
        const auto [pack, position] = places_[number];
        add_big_endian(entries, pack == 0 ? 1 : 2, 1);
        add_big_endian(entries, pack == 0 ? position : static_cast<std::size_t>(pack), width);
        add_big_endian(entries, pack == 0 ? 0 : position, 2);
    }
    const std::string dictionary = fmt::format(
        "<< /Type /XRef /Size {0} /W [1 {1} 2] /Root {2} 0 R /Info {3} 0 R /ID [<{4}> <{4}>]"
        " /Filter /FlateDecode >>",
        places_.size(), width, root, info, to_string(digest_of(file_)));
    write_stream(static_cast<int>(table), dictionary, deflated(entries));
    fmt::format_to(std::back_inserter(file_), "startxref\n{}\n%%EOF\n", start);
    return std::move(file_);
}

}  // namespace broadside::emit
