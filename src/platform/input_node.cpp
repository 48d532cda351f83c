#include "platform/input_node.h"

#include <fstream>

namespace greenline::platform {
namespace {

std::string first_line(const std::filesystem::path& file) {
  std::ifstream in(file);
  std::string line;
  std::getline(in, line);
  return line;
}

}  // namespace

NodeTold told_of_node(const std::string& node, const std::filesystem::path& classes) {
  const auto slash = node.rfind('/');
  const std::string name = slash == std::string::npos ? node : node.substr(slash + 1);
  if (name.empty()) return {};
  const std::filesystem::path device = classes / name / "device";
  NodeTold told{.path = first_line(device / "phys"), .serial = first_line(device / "uniq")};
  const std::string bus = first_line(device / "id" / "bustype");
  told.built_in = bus == "0018" || bus == "001c";  // I2C and SPI (linux/input.h): on the machine's own board
  if (told.path.empty()) told.path = node;
  return told;
}

}  // namespace greenline::platform
