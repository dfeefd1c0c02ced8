#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "broadside/emit/deflate.hpp"
#include "broadside/emit/emit.hpp"

namespace broadside::emit {

/// Writes a PDF 1.7 file, object after object: those without a stream are packed into object
/// streams (PDF 1.7, 7.5.7), and a cross-reference stream ends the file (7.5.8). Every number that
/// was given out is written once. The file is named by its content (14.4).
class PdfWriter {
public:
    /// `streams` must outlive it.
    explicit PdfWriter(DeflatedStreams& streams);

    int new_number();

    /// The first of so many numbers in a row.
    int new_numbers(std::size_t count);

    /// `text` holds no stream.
    void write(int number, std::string_view text);

    /// Ends the object stream that is being filled: what follows is compressed once for all outputs
    /// that have it alike, whatever came before.
    void close_pack();

    /// `dictionary` without the length of the bytes.
    void write_stream(int number, std::string_view dictionary, std::string_view bytes);

    /// `bytes` are deflated here, as `dictionary` says.
    void write_deflated(int number, std::string_view dictionary, std::string_view bytes);

    /// `object` is a whole stream, length and all.
    void write_stream(int number, std::string_view object);

    /// Nothing can be written after that.
    File finish(int root, int info);

private:
    /// Where an object is: a byte of the file (`pack` 0), or its index in an object stream.
    struct Place {
        int pack = 0;
        std::size_t position = 0;
    };

    void begin_object(int number);

    DeflatedStreams& streams_;
    File file_;
    std::vector<Place> places_;  // by number; there is no object 0
    int pack_ = 0;               // the number of the object stream that is being filled
    std::size_t packed_ = 0;     // how many objects are in it
    std::string pack_index_;     // their numbers, and their places in
    std::string pack_text_;
};

}  // namespace broadside::emit
