#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "broadside/base/diagnostic.hpp"

/// The records of a file, which fill what a dataset leaves open.
namespace broadside::model {

/// A column of a file of records.
struct RecordColumn {
    std::size_t field = 0;  // index in the dataset's fields
    std::string language;   // BCP 47; empty: what languages without a column of their own say
};

/// A few texts in one piece of memory: thousands of records have some each.
class PackedTexts {
public:
    PackedTexts() = default;
    /// At most 4 GB of them.
    explicit PackedTexts(const std::vector<std::string>& texts);

    std::size_t size() const { return size_; }
    std::string_view operator[](std::size_t index) const {
        const std::size_t begin = index == 0 ? size_ * sizeof(std::uint32_t) : end_of(index - 1);
        return std::string_view(bytes_).substr(begin, end_of(index) - begin);
    }

private:
    std::size_t end_of(std::size_t index) const;

    std::uint32_t size_ = 0;
    std::string bytes_;  // where each text ends in it, and then the texts
};

/// One whose values were read.
struct Record {
    std::uint32_t number = 0;  // in its file, from 0
    PackedTexts values;        // by column; empty: nothing; may be fewer than there are
};

/// Who the records of a file are, whether or not their values were read: all that is kept of those
/// that are none of this run's.
class RecordNames {
public:
    /// `key`: empty where it cannot be used.
    void add(std::string_view key, TextPosition position);
    void clear() { *this = {}; }
    void shrink_to_fit();

    std::size_t size() const { return marks_.size(); }
    std::string_view key(std::size_t number) const;
    /// Where it begins in its file.
    TextPosition position(std::size_t number) const {
        return {marks_[number].line, marks_[number].column};
    }

private:
    struct Mark {
        std::uint32_t line, column;  // files are 64 MiB at most
        std::uint32_t end_of_key;
    };

    std::string keys_;
    std::vector<Mark> marks_;
};

/// Guarantees after loading: each value is one of its field's type, required fields have one, and a
/// key is safe as a part of a file name and no other record's.
struct Records {
    std::string file;
    bool has_pointers = false;  // a list of JSON or YAML
    std::vector<RecordColumn> columns;
    RecordNames names;                  // of all, in the order of the file
    std::vector<Record> records;        // that were read, in the same order
    std::vector<std::uint32_t> failed;  // those of them with errors, which are left out

    std::string_view key_of(const Record& record) const {
        // A stand-in is of no file.
        return record.number < names.size() ? names.key(record.number) : std::string_view();
    }

    FilePlace place_of(std::size_t number) const;

    /// What one with errors is called: "records.csv:12".
    std::string line_of(std::size_t number) const;

    /// Its key; where it has none that can be used, its line.
    std::string name_of(std::size_t number) const;

    /// Null: it was not read, or has errors.
    const Record* find(std::size_t number) const;
};

}  // namespace broadside::model
