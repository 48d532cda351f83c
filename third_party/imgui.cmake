# Dear ImGui 1.92 or newer as one static target: core, FreeType rasteriser, OpenGL 3 renderer. Its source is not in this repository:
# scripts/setup puts it into .deps/imgui (see third_party/fetch_imgui). libepoxy is the one GL loader, ImGui's renderer included.
if(NOT EXISTS "${GREENLINE_IMGUI_DIR}/imgui.h")
  message(FATAL_ERROR "Dear ImGui is not in ${GREENLINE_IMGUI_DIR}. Run scripts/setup, or give -DGREENLINE_IMGUI_DIR=<source tree>.")
endif()
add_library(imgui STATIC
  ${GREENLINE_IMGUI_DIR}/imgui.cpp ${GREENLINE_IMGUI_DIR}/imgui_draw.cpp
  ${GREENLINE_IMGUI_DIR}/imgui_tables.cpp ${GREENLINE_IMGUI_DIR}/imgui_widgets.cpp
  ${GREENLINE_IMGUI_DIR}/misc/freetype/imgui_freetype.cpp ${GREENLINE_IMGUI_DIR}/backends/imgui_impl_opengl3.cpp)
target_include_directories(imgui SYSTEM PUBLIC ${GREENLINE_IMGUI_DIR} ${GREENLINE_IMGUI_DIR}/backends ${GREENLINE_IMGUI_DIR}/misc/freetype)
# 32-bit characters: people write beyond the basic plane.
target_compile_definitions(imgui PUBLIC IMGUI_USE_WCHAR32 IMGUI_DISABLE_OBSOLETE_FUNCTIONS IMGUI_DISABLE_DEFAULT_FONT
  IMGUI_ENABLE_FREETYPE IMGUI_IMPL_OPENGL_LOADER_CUSTOM)
target_compile_options(imgui PRIVATE -w "SHELL:-include epoxy/gl.h")
target_link_libraries(imgui PUBLIC PkgConfig::EPOXY PkgConfig::FREETYPE)
set_target_properties(imgui PROPERTIES UNITY_BUILD OFF)
if(GREENLINE_SANITIZE)
  target_compile_options(imgui PRIVATE -O1)
endif()
