# Installation: program, library, headers, models, and what find_package(sayso) needs.
#   cmake --install build/release --prefix DIR
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)
set(SAYSO_CMAKE_DIR ${CMAKE_INSTALL_LIBDIR}/cmake/sayso)

# Where the installed library looks for models. The program finds them beside itself too, so that its folder can be moved.
set_property(SOURCE src/model/locate.cpp APPEND PROPERTY COMPILE_DEFINITIONS
  SAYSO_MODEL_DIR="${CMAKE_INSTALL_FULL_DATADIR}/sayso/models")

install(TARGETS sayso_cli RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(TARGETS sayso EXPORT sayso ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR})
install(DIRECTORY include/sayso DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(DIRECTORY models/ DESTINATION ${CMAKE_INSTALL_DATADIR}/sayso/models FILES_MATCHING PATTERN "*.sayso")
install(FILES LICENSE README.md DESTINATION ${CMAKE_INSTALL_DOCDIR} OPTIONAL)

install(EXPORT sayso NAMESPACE sayso:: FILE saysoTargets.cmake DESTINATION ${SAYSO_CMAKE_DIR})
configure_package_config_file(cmake/saysoConfig.cmake.in saysoConfig.cmake INSTALL_DESTINATION ${SAYSO_CMAKE_DIR})
write_basic_package_version_file(saysoConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/saysoConfig.cmake ${CMAKE_CURRENT_BINARY_DIR}/saysoConfigVersion.cmake
  DESTINATION ${SAYSO_CMAKE_DIR})
