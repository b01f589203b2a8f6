# Kernels are compiled once for each instruction set and chosen at run time (src/model/kernels).
set(kernels ${CMAKE_CURRENT_SOURCE_DIR}/src/model/kernels)
set(kernel_flags -O3 -ffp-contract=fast -fno-math-errno)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  list(APPEND kernel_flags -Wno-maybe-uninitialized -Wno-uninitialized)  # GCC bug 105593, in avx512fintrin.h
endif()
set_source_files_properties(${kernels}/portable.cpp PROPERTIES COMPILE_OPTIONS "${kernel_flags}")
if(CMAKE_SYSTEM_PROCESSOR MATCHES "x86_64|AMD64")
  target_compile_definitions(sayso_model PRIVATE SAYSO_X86_KERNELS)
  set_source_files_properties(${kernels}/avx2.cpp PROPERTIES COMPILE_OPTIONS "${kernel_flags};-mavx2;-mfma")
  set_source_files_properties(${kernels}/avx512.cpp PROPERTIES COMPILE_OPTIONS
    "${kernel_flags};-mavx512f;-mavx512bw;-mavx512dq;-mavx512vl;-mavx512vnni;-mfma;-mprefer-vector-width=512")
else()
  set_source_files_properties(${kernels}/avx2.cpp ${kernels}/avx512.cpp PROPERTIES HEADER_FILE_ONLY ON)
endif()
