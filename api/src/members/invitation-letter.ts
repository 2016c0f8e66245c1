import type { Letter } from '../mail/mailer.ts';

/** @param organisation its name, as somebody wrote it: only ever plain text */
export function invitationLetter(to: string, organisation: string, link: string): Letter {
  return {
    to,
    subject: 'Lời mời vào Assay · Invitation to Assay',
    text: `Bạn được mời làm việc cho "${organisation}" trên Assay. Liên kết có hiệu lực bảy ngày:
${link}

You are invited to act for "${organisation}" at Assay. The link is good for seven days.`,
  };
}
