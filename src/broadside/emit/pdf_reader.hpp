#pragma once

#include <cstddef>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include "broadside/emit/emit.hpp"

struct _qpdf_data;  // libqpdf's

namespace broadside::emit {

/// A PDF file that cannot be read, or libqpdf that cannot be loaded.
class PdfReadError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// The objects of a PDF file, as libqpdf reads them. A reference is followed by every question but
/// `number` and `text`. Every member may throw PdfReadError. Belongs to one thread.
class PdfReader {
public:
    using Object = unsigned;  // qpdf_oh

    struct Entry {
        std::string key;  // without escapes, with its slash
        Object value;
    };

    /// `file` must outlive it.
    explicit PdfReader(const File& file);

    std::size_t page_count();
    Object page(std::size_t index);
    /// What a page draws, uncompressed.
    std::string content(Object page);

    bool is_dictionary(Object object);
    bool is_array(Object object);
    bool is_stream(Object object);
    /// What others refer to it by; 0 when it stands in another object.
    int number(Object object);
    /// As it stands in a file; of an indirect object, a reference.
    std::string text(Object object);
    /// As it stands in a file, where an indirect object is defined.
    std::string definition(Object object);

    std::vector<Entry> entries(Object dictionary);
    std::vector<Object> items(Object array);
    /// Null when it is not there.
    Object value(Object dictionary, const char* key);
    Object stream_dictionary(Object stream);
    /// The bytes of a stream as they stand in the file.
    std::string raw_data(Object stream);

    /// A name in PDF's syntax (PDF 1.7, 7.3.5), of a key.
    std::string name(const std::string& key);
    /// A string in PDF's syntax (PDF 1.7, 7.3.4), of these bytes.
    std::string byte_string(const std::string& bytes);
    /// A text string (PDF 1.7, 7.9.2.2), which may be of any language, from UTF-8.
    std::string text_string(const std::string& text);

    /// Gives back the memory of all objects that were asked for; none may be used any more.
    void forget_objects();

private:
    struct Cleanup {
        void operator()(_qpdf_data* data) const;
    };

    _qpdf_data* data() const { return data_.get(); }
    void check();
    template <typename T>
    T checked(T answer);

    std::unique_ptr<_qpdf_data, Cleanup> data_;
};

}  // namespace broadside::emit
