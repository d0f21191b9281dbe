/** What passwords are made of first, without marks and in lower case: the world's, Vietnam's and this house's own. */
export const COMMON_WORDS: readonly string[] = `
  password passw0rd pass login welcome letmein iloveyou secret changeme default admin administrator root user guest
  test demo hello monkey dragon master sunshine princess football superman batman shadow computer internet abc hotline
  matkhau matma dangnhap khongbiet khongco taikhoan nguoidung xinchao maytinh anhyeuem emyeuanh yeuem yeuanh toiyeu
  conyeu giadinh hanhphuc bongda mothaiba vietnam hanoi saigon hochiminh danang haiphong cantho mientay thanhpho nguyen
  doithoai gapgo chuongtrinh truyenhinh phatthanh duongdaynong caicach hanhchinh thuky nguoiduyet duyet daodien quantri
  diengia manhinh truongquay`
  .trim()
  .split(/\s+/)

/** Rows of a keyboard and of the alphabet; a part of one, either way, is no secret. */
export const WALKS: readonly string[] = `
  abcdefghijklmnopqrstuvwxyz 01234567890 qwertyuiop asdfghjkl zxcvbnm !@#$%^&*()
  1qaz 2wsx 3edc 4rfv 5tgb 6yhn 7ujm`
  .trim()
  .split(/\s+/)
