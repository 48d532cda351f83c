#include "places.h"

namespace greenline {

std::filesystem::path source_folder() { return GREENLINE_SOURCE_DIR; }
std::string program_file() { return GREENLINE_PROGRAM; }

}  // namespace greenline
