#include "broadside/conformance/pdf_file.hpp"

#include <algorithm>
#include <new>

#include <zlib.h>

namespace broadside::conformance {

namespace {

/// What zlib packed; none when it is damaged, when something follows it, or when it is more than
/// `most` bytes.
std::optional<std::string> inflated(std::string_view packed, std::size_t most) {
    z_stream stream = {};
    if (inflateInit(&stream) != Z_OK) throw std::bad_alloc();
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
    stream.avail_in = static_cast<uInt>(packed.size());
    std::string bytes;
    int state = Z_OK;
    while (state == Z_OK && bytes.size() <= most) {
        const std::size_t begin = bytes.size();
        bytes.resize(std::max<std::size_t>(std::min(2 * begin, most + 1), 4096));
        stream.next_out = reinterpret_cast<Bytef*>(bytes.data() + begin);
        stream.avail_out = static_cast<uInt>(bytes.size() - begin);
        state = inflate(&stream, Z_NO_FLUSH);
        bytes.resize(bytes.size() - stream.avail_out);
    }
    const bool is_whole = state == Z_STREAM_END && stream.avail_in == 0;
    inflateEnd(&stream);
    if (!is_whole || bytes.size() > most) return std::nullopt;
    return bytes;
}

using Kind = Value::Kind;

const Value kNull;

}  // namespace

const Object* PdfFile::object(const Value& value) const {
    if (!value.is(Kind::Reference)) return nullptr;
    const auto found = objects_.find(static_cast<int>(value.number));
    return found == objects_.end() ? nullptr : &found->second;
}

const Object* PdfFile::stream(const Value& value) const {
    const Object* found = object(value);
    return found && found->stream ? found : nullptr;
}

const Value& PdfFile::follow(const Value& value) const {
    if (!value.is(Kind::Reference)) return value;
    const Object* found = object(value);
    return found ? found->value : kNull;
}

const Value& PdfFile::raw(const Value& dictionary, std::string_view key) const {
    const Value* found = dictionary.find(key);
    return found ? *found : kNull;
}

const Value& PdfFile::at(const Value& dictionary, std::string_view key) const {
    return follow(raw(dictionary, key));
}

std::optional<std::vector<double>> PdfFile::numbers(const Value& array, std::size_t count) const {
    const Value& list = follow(array);
    if (!list.is(Kind::Array) || list.items.size() != count) return std::nullopt;
    std::vector<double> numbers;
    for (const Value& item : list.items) {
        if (!item.is_number()) return std::nullopt;
        numbers.push_back(item.number);
    }
    return numbers;
}

std::optional<std::string> PdfFile::unpacked(const Object& stream, const char* code,
                                             Problems& problems) const {
    const Value& filter = at(stream.value, "Filter");
    const std::size_t room =
        std::min(limits::kMaxPdfUnpackedBytes - unpacked_bytes_, limits::kMaxPdfStreamBytes);
    std::optional<std::string> bytes;
    if (filter.is(Kind::Null)) {
        if (stream.stream->size() <= room) bytes = std::string(*stream.stream);
    } else if (filter.is_name("FlateDecode")) {
        bytes = inflated(*stream.stream, room);
    } else {
        problems.add(code, "object {}: expected /FlateDecode or no /Filter, got {}", stream.number,
                     shown(filter));
        return std::nullopt;
    }
    if (!bytes) {
        problems.add(code, "object {}: it cannot be unpacked, or is too large", stream.number);
        return std::nullopt;
    }
    unpacked_bytes_ += bytes->size();
    return bytes;
}

}  // namespace broadside::conformance
