// What the kernel says of an input device.
#pragma once
#include <filesystem>
#include <string>

namespace greenline::platform {

// Of an input device's node ("/dev/input/event7"), as the kernel says below `classes` (/sys/class/input): where it is plugged
// in, its serial number, and whether it is built in. The node itself where the kernel says nothing.
struct NodeTold {
  std::string path = {}, serial = {};
  bool built_in = false;
};
[[nodiscard]] NodeTold told_of_node(const std::string& node, const std::filesystem::path& classes = "/sys/class/input");

}  // namespace greenline::platform
