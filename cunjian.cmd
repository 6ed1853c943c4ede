@echo off
rem Runs Cunjian; builds the program first where it is missing or older than its sources.
rem   JAVA_HOME           the JDK to use, where it is 17 or newer
rem   CUNJIAN_JAVA_OPTS   more options for Java, such as -Xmx8g for a very large site
rem This file stays in ASCII up to the change of code page: cmd reads it in the old one until then.
setlocal EnableExtensions DisableDelayedExpansion
for /f "tokens=2 delims=:." %%P in ('chcp') do set "CUNJIAN_OLD_PAGE=%%P"
set "CUNJIAN_OLD_PAGE=%CUNJIAN_OLD_PAGE: =%"
chcp 65001 >nul 2>nul

set "CUNJIAN_HOME=%~dp0"
if "%CUNJIAN_HOME:~-1%"=="\" set "CUNJIAN_HOME=%CUNJIAN_HOME:~0,-1%"
set "CUNJIAN_JAR=%CUNJIAN_HOME%\target\cunjian.jar"
set "CUNJIAN_EXIT=0"

rem ---- A Java that is new enough
set "CUNJIAN_JAVA="
set "CUNJIAN_OLD_JAVA="
if defined JAVA_HOME call :consider "%JAVA_HOME:"=%\bin\java.exe"
if not defined CUNJIAN_JAVA for /f "delims=" %%J in ('where java.exe 2^>nul') do call :consider "%%J"
if not defined CUNJIAN_JAVA for /d %%D in ("%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Java\*" "%ProgramFiles%\Microsoft\*" "%ProgramFiles%\Zulu\*" "%ProgramFiles%\BellSoft\*" "%ProgramFiles%\Amazon Corretto\*") do call :consider "%%~D\bin\java.exe"
if not defined CUNJIAN_JAVA goto :no_java

rem ---- The program
call :is_stale
if errorlevel 1 (
  call :build
  if errorlevel 1 goto :end
)
call :prepare_archive

"%CUNJIAN_JAVA%" %CUNJIAN_ARCHIVE_FLAG% %CUNJIAN_FLAGS% %CUNJIAN_FIRST_HEAP% %CUNJIAN_JAVA_OPTS% -jar "%CUNJIAN_JAR%" %*
set "CUNJIAN_EXIT=%ERRORLEVEL%"
goto :end

:end
if defined CUNJIAN_OLD_PAGE chcp %CUNJIAN_OLD_PAGE% >nul 2>nul
endlocal & exit /b %CUNJIAN_EXIT%

rem ---- Takes %1 where it is Java 17 or newer
:consider
if defined CUNJIAN_JAVA exit /b 0
if not exist "%~1" exit /b 0
set "CUNJIAN_VERSION="
for /f "tokens=3" %%V in ('call "%~1" -version 2^>^&1 ^| findstr /i version') do if not defined CUNJIAN_VERSION set "CUNJIAN_VERSION=%%~V"
if not defined CUNJIAN_VERSION exit /b 0
set "CUNJIAN_MAJOR="
for /f "tokens=1,2 delims=.-+_" %%A in ("%CUNJIAN_VERSION%") do (
  if "%%A"=="1" (set "CUNJIAN_MAJOR=%%B") else (set "CUNJIAN_MAJOR=%%A")
)
if not defined CUNJIAN_MAJOR exit /b 0
if %CUNJIAN_MAJOR% GEQ 17 (
  set "CUNJIAN_JAVA=%~1"
) else (
  set "CUNJIAN_OLD_JAVA=%CUNJIAN_VERSION% (%~1)"
)
exit /b 0

:no_java
rem No blocks in brackets here: the path may hold brackets itself.
if defined CUNJIAN_OLD_JAVA >&2 echo 村鉴需要 JDK 17 或更新的版本，这里只找到 Java %CUNJIAN_OLD_JAVA%。
if not defined CUNJIAN_OLD_JAVA >&2 echo 村鉴需要 JDK 17 或更新的版本，这里没有找到 Java。
>&2 echo   从 https://adoptium.net 下载安装 JDK（Windows 10 以上也可以运行 winget install EclipseAdoptium.Temurin.17.JDK）。
>&2 echo 装好后仍找不到，请把环境变量 JAVA_HOME 设为 JDK 所在的文件夹。
>&2 echo (Cunjian needs JDK 17 or newer: install it, or set JAVA_HOME to where it is.)
set "CUNJIAN_EXIT=2"
goto :end

rem ---- 1 where the program is missing or older than its sources. Where PowerShell cannot be asked it is taken as it is.
:is_stale
if not exist "%CUNJIAN_JAR%" exit /b 1
if not exist "%CUNJIAN_HOME%\src\main" exit /b 0
powershell -NoLogo -NoProfile -NonInteractive -Command "$j=(Get-Item -LiteralPath $env:CUNJIAN_JAR).LastWriteTimeUtc; $s='src\main','templates','pom.xml','site-config.properties' | ForEach-Object { Join-Path $env:CUNJIAN_HOME $_ } | Where-Object { Test-Path -LiteralPath $_ }; if (Get-ChildItem -LiteralPath $s -Recurse -File | Where-Object { $_.LastWriteTimeUtc -gt $j } | Select-Object -First 1) { exit 11 } else { exit 0 }" >nul 2>nul
if %ERRORLEVEL% EQU 11 exit /b 1
exit /b 0

:build
where mvn >nul 2>nul
if errorlevel 1 (
  if exist "%CUNJIAN_JAR%" exit /b 0
  >&2 echo 第一次运行要先编译程序，需要 Maven 3.8 或更新的版本，这里没有找到 mvn。
  >&2 echo   从 https://maven.apache.org 下载解压，把其中的 bin 文件夹加到环境变量 PATH。
  >&2 echo ^(Cunjian builds itself once and needs Maven 3.8 or newer for that.^)
  set "CUNJIAN_EXIT=2"
  exit /b 1
)
for %%J in ("%CUNJIAN_JAVA%\..\..") do set "CUNJIAN_JDK=%%~fJ"
if not exist "%CUNJIAN_JDK%\bin\javac.exe" (
  if exist "%CUNJIAN_JAR%" exit /b 0
  >&2 echo 第一次运行要先编译程序，需要 JDK 17 或更新的版本；这里的 Java 只能运行，不能编译（没有 javac）。
  >&2 echo ^(Cunjian builds itself once: a JDK is needed, this is a JRE.^)
  set "CUNJIAN_EXIT=2"
  exit /b 1
)
if not exist "%CUNJIAN_HOME%\.cunjian" mkdir "%CUNJIAN_HOME%\.cunjian" 2>nul
set /a CUNJIAN_WAITED=0
:take_lock
mkdir "%CUNJIAN_HOME%\.cunjian\launcher.lock" 2>nul
if not errorlevel 1 goto :locked
if %CUNJIAN_WAITED% EQU 0 >&2 echo 另一个 cunjian 正在编译程序，等它完成……（waiting for another build）
set /a CUNJIAN_WAITED+=1
rem A build takes a minute or two: a lock that is still there after ten was left by one that was cut off.
if %CUNJIAN_WAITED% GEQ 300 rmdir "%CUNJIAN_HOME%\.cunjian\launcher.lock" 2>nul
if %CUNJIAN_WAITED% GEQ 320 goto :build_failed
ping -n 3 127.0.0.1 >nul
goto :take_lock
:locked
call :is_stale
if not errorlevel 1 (
  rmdir "%CUNJIAN_HOME%\.cunjian\launcher.lock" 2>nul
  exit /b 0
)
if exist "%CUNJIAN_JAR%" (
  >&2 echo 程序的源文件有改动，正在重新编译……（sources changed, building）
) else (
  >&2 echo 第一次运行，正在编译程序：只需一次，约一两分钟……（building once）
)
pushd "%CUNJIAN_HOME%"
set "CUNJIAN_OUTER_JAVA_HOME=%JAVA_HOME%"
set "JAVA_HOME=%CUNJIAN_JDK%"
call mvn -q -B -Dstyle.color=never -Dmaven.test.skip=true -Djacoco.skip=true package 1>&2
set "CUNJIAN_BUILT=%ERRORLEVEL%"
set "JAVA_HOME=%CUNJIAN_OUTER_JAVA_HOME%"
popd
rmdir "%CUNJIAN_HOME%\.cunjian\launcher.lock" 2>nul
if not "%CUNJIAN_BUILT%"=="0" goto :build_failed
if not exist "%CUNJIAN_JAR%" goto :build_failed
if exist "%CUNJIAN_HOME%\target\cds" rmdir /s /q "%CUNJIAN_HOME%\target\cds"
exit /b 0

:build_failed
>&2 echo 编译没有成功，原因见上。第一次编译要能连到 Maven 中央仓库。（the build failed）
set "CUNJIAN_EXIT=3"
exit /b 1

rem ---- Classes read in advance make the start faster. Another Java has another archive; one that does not fit is ignored.
:prepare_archive
set "CUNJIAN_FLAGS=-Xshare:auto -Xlog:disable -Xlog:all=error:stderr -XX:+UseParallelGC -XX:TieredStopAtLevel=1 -Xmn256m -Xmx1500m -Dfile.encoding=UTF-8 -Dsun.stdout.encoding=UTF-8 -Dsun.stderr.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8"
set "CUNJIAN_ARCHIVE_FLAG=-Dcunjian.archive=none"
rem Room from the start saves collections, unless the user sets how much there is.
set "CUNJIAN_FIRST_HEAP=-Xms1000m"
if defined CUNJIAN_JAVA_OPTS if not "%CUNJIAN_JAVA_OPTS:-Xmx=%"=="%CUNJIAN_JAVA_OPTS%" set "CUNJIAN_FIRST_HEAP="
set "CUNJIAN_ARCHIVE=%CUNJIAN_HOME%\target\cds\%CUNJIAN_VERSION%.jsa"
if not exist "%CUNJIAN_HOME%\target\cds" mkdir "%CUNJIAN_HOME%\target\cds" 2>nul
if not exist "%CUNJIAN_ARCHIVE%" "%CUNJIAN_JAVA%" -XX:ArchiveClassesAtExit="%CUNJIAN_ARCHIVE%" %CUNJIAN_FLAGS% -jar "%CUNJIAN_JAR%" --help <nul >nul 2>nul
if exist "%CUNJIAN_ARCHIVE%" set "CUNJIAN_ARCHIVE_FLAG=-XX:SharedArchiveFile="%CUNJIAN_ARCHIVE%""
exit /b 0
